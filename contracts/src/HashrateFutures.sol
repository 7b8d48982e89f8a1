// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {
    AccessControlDefaultAdminRules
} from "@openzeppelin/contracts/access/extensions/AccessControlDefaultAdminRules.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {GridDataOracle} from "./GridDataOracle.sol";

/// @title Bilateral, cash-settled futures on hashprice
/// @notice Two signed orders that cross become a position over a window of the index. Each side
/// puts down margin of its own; anyone marks a position to the oracle, which moves money between
/// the two margins alone; it settles at the average of its window. A side loses at most its
/// margin and nobody else pays: there is no common pool.
/// @dev Prices and money are in the smallest unit of `money`, prices per PH/s and day, as the feed
/// reports them. Epochs are those of the feed. Payments are pulled. Only admitted accounts open
/// positions: such futures are regulated instruments in most places.
contract HashrateFutures is AccessControlDefaultAdminRules, Pausable, ReentrancyGuardTransient, EIP712 {
    using SafeERC20 for IERC20;
    using SafeCast for uint256;

    /// @notice An offer to be long or short `qty` PH/s over epochs start <= e < end, at `price` or
    /// better, until `deadline` (Unix seconds).
    struct Order {
        address trader;
        bool long;
        uint128 price;
        uint32 qty;
        uint32 start;
        uint32 end;
        uint64 deadline;
        uint256 salt;
    }

    /// @notice An open position. `mark` is the price up to which it was paid out, `lastEpoch` the
    /// oracle's epoch of that price.
    struct Position {
        address long;
        uint32 qty;
        uint32 start;
        uint32 end;
        address short;
        uint32 lastEpoch;
        uint128 mark;
        uint128 marginLong;
        uint128 marginShort;
    }

    /// @notice Shares are in hundredths of a percent of the notional (`coverageBps` of the epochs
    /// of a window, `deviationBps` of the index). `emergencyAfter` is in seconds.
    struct Rules {
        bytes32 feed;
        uint16 initialBps;
        uint16 maintenanceBps;
        uint16 keeperBps;
        uint16 deviationBps;
        uint16 coverageBps;
        uint32 maxQty;
        uint32 maxEpochs;
        uint64 emergencyAfter;
    }

    /// @notice May admit accounts.
    bytes32 public constant GATE_ROLE = keccak256("GATE_ROLE");
    bytes32 public constant PAUSER_ROLE = keccak256("PAUSER_ROLE");

    bytes32 public constant ORDER_TYPEHASH = keccak256(
        "Order(address trader,bool long,uint128 price,uint32 qty,uint32 start,uint32 end,uint64 deadline,uint256 salt)"
    );

    uint256 private constant BPS = 10_000;

    IERC20 public immutable money;
    GridDataOracle public immutable oracle;
    bytes32 public immutable feed;
    /// @notice Seconds of an epoch of the feed.
    uint32 public immutable period;
    uint16 public immutable initialBps;
    uint16 public immutable maintenanceBps;
    uint16 public immutable keeperBps;
    uint16 public immutable deviationBps;
    uint16 public immutable coverageBps;
    uint32 public immutable maxQty;
    uint32 public immutable maxEpochs;
    uint64 public immutable emergencyAfter;

    /// @notice Sums of free money and of margins: together what the contract owes.
    uint256 public totalFree;
    uint256 public totalLocked;
    /// @notice Positions ever opened; ids are dense from 1.
    uint256 public count;

    mapping(address => bool) public admitted;
    mapping(address => uint256) public free;
    mapping(bytes32 orderHash => uint256 qty) public filled;
    mapping(uint256 id => Position) private _positions;

    event Admitted(address indexed account, bool admitted);
    event Deposited(address indexed account, uint256 amount);
    event Withdrawn(address indexed account, uint256 amount);
    event Cancelled(address indexed trader, bytes32 indexed orderHash);
    event Opened(
        uint256 indexed id, address indexed long, address indexed short, uint32 qty, uint128 price, uint128 margin
    );
    event ToppedUp(uint256 indexed id, address indexed by, uint128 amount);
    event Marked(uint256 indexed id, uint32 epoch, uint128 price, int256 toLong);
    event Shortfall(uint256 indexed id, address indexed debtor, uint256 missing);
    event Closed(uint256 indexed id, uint128 price, uint128 longPaid, uint128 shortPaid, uint256 keeperFee);

    error BadRules();
    error NotAdmitted(address account);
    error BadPair();
    error BadWindow(uint32 start, uint32 end);
    error OrderExpired(uint64 deadline);
    error WrongSignature(address trader);
    error Overfilled(bytes32 orderHash, uint256 left);
    error PriceOff(uint128 price, uint128 index);
    error NotEnough(address account, uint256 wanted, uint256 left);
    error NoPosition(uint256 id);
    error NotAParty(uint256 id);
    error NotNewer(uint32 lastEpoch, uint32 epoch);
    error DeliveryOver(uint32 end);
    error TooEarly(uint256 openAt);
    error StillSettles(uint256 id);
    error FeeOnTransfer();

    constructor(address admin, uint48 adminDelay, IERC20 currency, GridDataOracle index, Rules memory r)
        AccessControlDefaultAdminRules(adminDelay, admin)
        EIP712("PoUW-DEM HashrateFutures", "1")
    {
        (uint32 seconds_,,,,,) = index.feedOf(r.feed);
        bool shares = r.initialBps > r.maintenanceBps && r.maintenanceBps > r.keeperBps && r.initialBps <= BPS
            && r.coverageBps <= BPS && r.deviationBps <= r.initialBps;
        if (seconds_ == 0 || !shares || r.maxQty == 0 || r.maxEpochs == 0 || r.emergencyAfter == 0) revert BadRules();
        (money, oracle, feed, period) = (currency, index, r.feed, seconds_);
        (initialBps, maintenanceBps, keeperBps) = (r.initialBps, r.maintenanceBps, r.keeperBps);
        (deviationBps, coverageBps) = (r.deviationBps, r.coverageBps);
        (maxQty, maxEpochs, emergencyAfter) = (r.maxQty, r.maxEpochs, r.emergencyAfter);
    }

    // ---- money ----

    /// @notice Admits an account to new positions, or no longer. What it has stays its own.
    function admit(address account, bool yes) external onlyRole(GATE_ROLE) {
        admitted[account] = yes;
        emit Admitted(account, yes);
    }

    function deposit(uint256 amount) external nonReentrant {
        free[msg.sender] += amount;
        totalFree += amount;
        emit Deposited(msg.sender, amount);
        uint256 before = money.balanceOf(address(this));
        money.safeTransferFrom(msg.sender, address(this), amount);
        if (money.balanceOf(address(this)) - before != amount) revert FeeOnTransfer();
    }

    /// @notice Pays out free money, never margins. Never paused.
    function withdraw(uint256 amount) external nonReentrant {
        _takeFree(msg.sender, amount);
        emit Withdrawn(msg.sender, amount);
        money.safeTransfer(msg.sender, amount);
    }

    // ---- opening ----

    /// @notice Makes a position of two orders that cross, by anyone, at the middle of their prices
    /// rounded down. The price must be near the index, which must be fresh.
    function open(
        Order calldata long,
        bytes calldata longSignature,
        Order calldata short,
        bytes calldata shortSignature,
        uint32 qty
    ) external whenNotPaused nonReentrant returns (uint256 id) {
        if (!long.long || short.long || long.trader == short.trader || qty == 0) revert BadPair();
        if (long.start != short.start || long.end != short.end || long.price < short.price) revert BadPair();
        _checkWindow(long.start, long.end);
        _fill(long, longSignature, qty);
        _fill(short, shortSignature, qty);
        return _create(long, short, qty, ((uint256(long.price) + short.price) / 2).toUint128());
    }

    /// @notice Makes an order of the caller void.
    function cancel(Order calldata order) external {
        if (msg.sender != order.trader) revert WrongSignature(order.trader);
        bytes32 hash = orderHash(order);
        filled[hash] = type(uint256).max;
        emit Cancelled(msg.sender, hash);
    }

    // ---- running ----

    /// @notice Adds free money of a party to its margin. Never paused.
    function topUp(uint256 id, uint128 amount) external {
        Position storage p = _position(id);
        if (msg.sender == p.long) p.marginLong += amount;
        else if (msg.sender == p.short) p.marginShort += amount;
        else revert NotAParty(id);
        _takeFree(msg.sender, amount);
        totalLocked += amount;
        emit ToppedUp(id, msg.sender, amount);
    }

    /// @notice Marks a position to a newer epoch of the oracle, by anyone, before its end. Epochs
    /// of the window that are over count with their average, the rest with the index. A side that
    /// falls below maintenance is closed out, and pays the caller's fee from what it has left.
    function mark(uint256 id) external nonReentrant {
        Position storage p = _position(id);
        (int128 index,, uint32 epoch) = oracle.read(feed);
        if (epoch <= p.lastEpoch) revert NotNewer(p.lastEpoch, epoch);
        if (epoch >= p.end) revert DeliveryOver(p.end);
        uint128 price = _expected(p, index, epoch);
        bool short = _pay(id, p, price);
        p.lastEpoch = epoch;
        uint256 notional = _notional(price, p.qty, p.end - p.start);
        uint256 least = _share(notional, maintenanceBps);
        if (short || p.marginLong < least || p.marginShort < least) _default(id, p, _share(notional, keeperBps));
    }

    /// @notice Settles a position at the average of its window, by anyone, once the oracle is past
    /// the end.
    function settle(uint256 id) external nonReentrant {
        Position storage p = _position(id);
        _pay(id, p, _price(oracle.average(feed, p.start, p.end, coverageBps)));
        _close(id, p, 0);
    }

    /// @notice Returns both margins as last marked, by either side, when the oracle cannot settle
    /// the position `emergencyAfter` seconds past its end.
    function emergencyClose(uint256 id) external nonReentrant {
        Position storage p = _position(id);
        if (msg.sender != p.long && msg.sender != p.short) revert NotAParty(id);
        uint256 openAt = uint256(p.end) * period + emergencyAfter;
        if (block.timestamp < openAt) revert TooEarly(openAt);
        try oracle.average(feed, p.start, p.end, coverageBps) returns (int128) {
            revert StillSettles(id);
        } catch {
            _close(id, p, 0);
        }
    }

    // ---- pause and views ----

    /// @notice Stops new positions; marks, settlement, margins and withdrawals go on.
    function pause() external onlyRole(PAUSER_ROLE) {
        _pause();
    }

    function unpause() external onlyRole(DEFAULT_ADMIN_ROLE) {
        _unpause();
    }

    function positionOf(uint256 id) external view returns (Position memory) {
        return _positions[id];
    }

    /// @notice What a trader signs.
    function orderHash(Order calldata order) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(ORDER_TYPEHASH, order)));
    }

    // ---- inside ----

    function _checkWindow(uint32 start, uint32 end) private view {
        if (start <= block.timestamp / period || end <= start || end - start > maxEpochs) revert BadWindow(start, end);
    }

    function _create(Order calldata long, Order calldata short, uint32 qty, uint128 price)
        private
        returns (uint256 id)
    {
        uint32 epoch = _checkPrice(price);
        uint128 margin = _share(_notional(price, qty, long.end - long.start), initialBps).toUint128();
        _takeFree(long.trader, margin);
        _takeFree(short.trader, margin);
        totalLocked += 2 * uint256(margin);
        id = ++count;
        Position storage p = _positions[id];
        (p.long, p.qty, p.start, p.end) = (long.trader, qty, long.start, long.end);
        (p.short, p.lastEpoch, p.mark) = (short.trader, epoch, price);
        (p.marginLong, p.marginShort) = (margin, margin);
        emit Opened(id, long.trader, short.trader, qty, price, margin);
    }

    function _fill(Order calldata order, bytes calldata signature, uint32 qty) private {
        if (!admitted[order.trader]) revert NotAdmitted(order.trader);
        if (block.timestamp > order.deadline) revert OrderExpired(order.deadline);
        bytes32 hash = orderHash(order);
        uint256 done = filled[hash];
        uint256 left = done >= order.qty ? 0 : order.qty - done;
        if (qty > left || qty > maxQty) revert Overfilled(hash, left);
        if (!SignatureChecker.isValidSignatureNowCalldata(order.trader, hash, signature)) {
            revert WrongSignature(order.trader);
        }
        filled[hash] = done + qty;
    }

    function _checkPrice(uint128 price) private view returns (uint32 epoch) {
        int128 value;
        (value,, epoch) = oracle.read(feed);
        uint128 index = _price(value);
        uint256 off = price > index ? price - index : index - price;
        if (price == 0 || off > _share(index, deviationBps)) revert PriceOff(price, index);
    }

    function _expected(Position storage p, int128 index, uint32 epoch) private view returns (uint128) {
        if (epoch <= p.start) return _price(index);
        uint256 over = epoch - p.start;
        uint256 rest = p.end - epoch;
        uint256 average = _price(oracle.average(feed, p.start, epoch, coverageBps));
        return ((average * over + uint256(_price(index)) * rest) / (over + rest)).toUint128();
    }

    /// @dev Moves the change of price from the loser's margin to the winner's, as far as it goes.
    function _pay(uint256 id, Position storage p, uint128 price) private returns (bool short) {
        bool up = price >= p.mark;
        uint256 due = _notional(up ? price - p.mark : p.mark - price, p.qty, p.end - p.start);
        uint256 paid = Math.min(due, up ? p.marginShort : p.marginLong);
        short = paid < due;
        if (short) emit Shortfall(id, up ? p.short : p.long, due - paid);
        uint128 moved = paid.toUint128();
        if (up) (p.marginLong, p.marginShort) = (p.marginLong + moved, p.marginShort - moved);
        else (p.marginLong, p.marginShort) = (p.marginLong - moved, p.marginShort + moved);
        p.mark = price;
        emit Marked(id, p.lastEpoch, price, up ? paid.toInt256() : -paid.toInt256());
    }

    /// @dev The side with less margin is the one in default.
    function _default(uint256 id, Position storage p, uint256 fee) private {
        bool longFails = p.marginLong < p.marginShort;
        uint128 taken = Math.min(fee, longFails ? p.marginLong : p.marginShort).toUint128();
        if (longFails) p.marginLong -= taken;
        else p.marginShort -= taken;
        free[msg.sender] += taken;
        _close(id, p, taken);
    }

    function _close(uint256 id, Position storage p, uint256 fee) private {
        uint256 paid = uint256(p.marginLong) + p.marginShort;
        free[p.long] += p.marginLong;
        free[p.short] += p.marginShort;
        totalLocked -= paid + fee;
        totalFree += paid + fee;
        emit Closed(id, p.mark, p.marginLong, p.marginShort, fee);
        delete _positions[id];
    }

    function _takeFree(address account, uint256 amount) private {
        uint256 left = free[account];
        if (amount > left) revert NotEnough(account, amount, left);
        free[account] = left - amount;
        totalFree -= amount;
    }

    function _position(uint256 id) private view returns (Position storage p) {
        p = _positions[id];
        if (p.long == address(0)) revert NoPosition(id);
    }

    /// @dev Price per PH/s and day, times PH/s, times the days of the window.
    function _notional(uint128 price, uint32 qty, uint32 epochs) private view returns (uint256) {
        return uint256(price) * qty * epochs * period / 1 days;
    }

    function _share(uint256 amount, uint16 bps) private pure returns (uint256) {
        return Math.ceilDiv(amount * bps, BPS);
    }

    /// @dev A price below zero counts as zero.
    function _price(int128 value) private pure returns (uint128) {
        // forge-lint: disable-next-line(unsafe-typecast)
        return value < 0 ? 0 : uint128(value);
    }
}
