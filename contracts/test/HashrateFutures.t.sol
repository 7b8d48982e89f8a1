// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {GridDataOracle} from "../src/GridDataOracle.sol";
import {HashrateFutures as Futures} from "../src/HashrateFutures.sol";
import {Dollar} from "./Base.sol";
import {FuturesBase} from "./FuturesBase.sol";

/// A token that comes in again on every transfer, or keeps a unit of it.
contract ReentrantToken is ERC20("Again", "AGAIN") {
    Futures public target;
    bytes public refusal;
    bool public keeps;

    function set(Futures f, bool k) external {
        (target, keeps) = (f, k);
    }

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function _update(address from, address to, uint256 amount) internal override {
        super._update(from, to, amount);
        if (keeps) super._update(to, address(0xdead), 1);
        if (address(target) == address(0)) return;
        try target.withdraw(1) {
            revert("came in again");
        } catch (bytes memory reason) {
            refusal = reason;
        }
    }
}

/// A wallet that answers for its owner's signature.
contract Wallet {
    bytes32 public approved;

    function approve(bytes32 hash) external {
        approved = hash;
    }

    function isValidSignature(bytes32 hash, bytes calldata) external view returns (bytes4) {
        return hash == approved ? this.isValidSignature.selector : bytes4(0);
    }
}

contract HashrateFuturesTest is FuturesBase {
    uint128 internal constant PRICE = 50e6;
    /// 10 PH/s at 50 dollars over 10 days, and 35 % of it.
    uint256 internal constant NOTIONAL = 5000e6;
    uint256 internal constant MARGIN = 1750e6;

    function setUp() public {
        setUpFutures();
    }

    function refuse(bytes memory reason, Futures.Order memory l, Futures.Order memory s, uint32 qty) internal {
        (bytes memory a, bytes memory b) = (sign(0, l), sign(1, s));
        vm.expectRevert(reason);
        futures.open(l, a, s, b, qty);
    }

    function freeOf(uint256 side) internal view returns (uint256) {
        return futures.free(traders[side]);
    }

    function test_CrossingOrdersMeetInTheMiddleWithEqualMargins() public {
        (Futures.Order memory l, Futures.Order memory s) = (order(0, 52e6, 10), order(1, 48e6, 20));
        uint256 id = futures.open(l, sign(0, l), s, sign(1, s), 10);
        Futures.Position memory p = futures.positionOf(id);
        assertEq(p.mark, PRICE);
        assertEq(p.marginLong, MARGIN);
        assertEq(p.marginShort, MARGIN);
        assertEq(futures.totalLocked(), 2 * MARGIN);
        assertEq(freeOf(0), 1e11 - MARGIN);
    }

    function test_AnOrderIsFilledInPartsAndNotReplayed() public {
        (Futures.Order memory l, Futures.Order memory s) = (order(0, PRICE, 10), order(1, PRICE, 30));
        (bytes memory a, bytes memory b) = (sign(0, l), sign(1, s));
        futures.open(l, a, s, b, 4);
        futures.open(l, a, s, b, 6);
        refuse(abi.encodeWithSelector(Futures.Overfilled.selector, futures.orderHash(l), 0), l, s, 1);
        l.salt = 99;
        refuse(abi.encodeWithSelector(Futures.Overfilled.selector, futures.orderHash(l), 10), l, s, 11);
    }

    function test_ACancelledOrderOpensNothing() public {
        (Futures.Order memory l, Futures.Order memory s) = (order(0, PRICE, 10), order(1, PRICE, 10));
        vm.expectRevert(abi.encodeWithSelector(Futures.WrongSignature.selector, traders[0]));
        futures.cancel(l);
        vm.prank(traders[0]);
        futures.cancel(l);
        refuse(abi.encodeWithSelector(Futures.Overfilled.selector, futures.orderHash(l), 0), l, s, 1);
    }

    function test_AnOrderOfAnotherChainOrContractIsRefused() public {
        (Futures.Order memory l, Futures.Order memory s) = (order(0, PRICE, 10), order(1, PRICE, 10));
        (bytes memory a, bytes memory b) = (sign(0, l), sign(1, s));
        vm.chainId(137);
        vm.expectRevert(abi.encodeWithSelector(Futures.WrongSignature.selector, traders[0]));
        futures.open(l, a, s, b, 10);
        vm.chainId(31_337);
        Futures other = new Futures(address(this), 2 days, dollar, oracle, ruleset());
        other.grantRole(other.GATE_ROLE(), address(this));
        other.admit(traders[0], true);
        vm.expectRevert(abi.encodeWithSelector(Futures.WrongSignature.selector, traders[0]));
        other.open(l, a, s, b, 10);
    }

    function test_PairsThatDoNotMeetAreRefused() public {
        Futures.Order memory l = order(0, 49e6, 10);
        Futures.Order memory s = order(1, 50e6, 10);
        bytes memory bad = abi.encodeWithSelector(Futures.BadPair.selector);
        refuse(bad, l, s, 10);
        l.price = 50e6;
        refuse(bad, l, s, 0);
        refuse(bad, s, l, 10);
        refuse(bad, l, l, 10);
        s.end += 1;
        refuse(bad, l, s, 10);
        s = order(1, PRICE, 10);
        (s.trader, s.long) = (traders[0], false);
        refuse(bad, l, s, 10);
    }

    function test_WindowsInThePastOrTooLongAreRefused() public {
        uint32[2][3] memory windows = [[today(), today() + 5], [today() + 5, today() + 5], [today() + 1, today() + 92]];
        for (uint256 i = 0; i < 3; ++i) {
            (Futures.Order memory l, Futures.Order memory s) = (order(0, PRICE, 10), order(1, PRICE, 10));
            (l.start, l.end, s.start, s.end) = (windows[i][0], windows[i][1], windows[i][0], windows[i][1]);
            refuse(abi.encodeWithSelector(Futures.BadWindow.selector, l.start, l.end), l, s, 10);
        }
    }

    function test_ExpiredOrdersAndStrangersAreRefused() public {
        (Futures.Order memory l, Futures.Order memory s) = (order(0, PRICE, 10), order(1, PRICE, 10));
        s.deadline = uint64(vm.getBlockTimestamp()) - 1;
        refuse(abi.encodeWithSelector(Futures.OrderExpired.selector, s.deadline), l, s, 10);
        futures.admit(traders[0], false);
        refuse(abi.encodeWithSelector(Futures.NotAdmitted.selector, traders[0]), l, s, 10);
        vm.expectRevert();
        vm.prank(traders[0]);
        futures.admit(traders[0], true);
    }

    function test_APriceFarFromTheIndexOrAStaleIndexIsRefused() public {
        (Futures.Order memory l, Futures.Order memory s) = (order(0, 61e6, 10), order(1, 61e6, 10));
        refuse(abi.encodeWithSelector(Futures.PriceOff.selector, uint128(61e6), uint128(50e6)), l, s, 10);
        uint64 observed = uint64(vm.getBlockTimestamp());
        skip(2 days + 1);
        (l, s) = (order(0, PRICE, 10), order(1, PRICE, 10));
        refuse(abi.encodeWithSelector(GridDataOracle.Stale.selector, observed, 2 days), l, s, 10);
    }

    function test_WithoutTheMarginNothingOpens() public {
        vm.prank(traders[1]);
        futures.withdraw(1e11 - 1);
        (Futures.Order memory l, Futures.Order memory s) = (order(0, PRICE, 10), order(1, PRICE, 10));
        refuse(abi.encodeWithSelector(Futures.NotEnough.selector, traders[1], MARGIN, 1), l, s, 10);
    }

    function test_AWalletSignsByContract() public {
        Wallet wallet = new Wallet();
        futures.admit(address(wallet), true);
        dollar.mint(address(wallet), 1e11);
        vm.startPrank(address(wallet));
        dollar.approve(address(futures), 1e11);
        futures.deposit(1e11);
        vm.stopPrank();
        (Futures.Order memory l, Futures.Order memory s) = (order(0, PRICE, 10), order(1, PRICE, 10));
        l.trader = address(wallet);
        bytes memory b = sign(1, s);
        vm.expectRevert(abi.encodeWithSelector(Futures.WrongSignature.selector, address(wallet)));
        futures.open(l, "", s, b, 10);
        wallet.approve(futures.orderHash(l));
        futures.open(l, "", s, b, 10);
    }

    function test_AMarkMovesMarginAndNothingElse() public {
        uint256 id = opened(PRICE, 10);
        vm.expectRevert(abi.encodeWithSelector(Futures.NotNewer.selector, today(), today()));
        futures.mark(id);
        nextDay(53e6);
        futures.mark(id);
        Futures.Position memory p = futures.positionOf(id);
        assertEq(p.marginLong, MARGIN + 300e6);
        assertEq(p.marginShort, MARGIN - 300e6);
        assertEq(futures.totalLocked(), 2 * MARGIN);
        vm.expectRevert(abi.encodeWithSelector(Futures.NotNewer.selector, today(), today()));
        futures.mark(id);
    }

    function test_DeliveredDaysCountWithTheirAverage() public {
        uint256 id = opened(PRICE, 10);
        for (uint256 i = 0; i < 6; ++i) {
            nextDay(i < 5 ? int128(50e6) : int128(58e6));
        }
        futures.mark(id);
        assertEq(futures.positionOf(id).mark, 54e6, "half the window is over at 50, the rest stands at 58");
    }

    function test_ASideBelowMaintenanceIsClosedAndPaysTheKeeper() public {
        uint256 id = opened(PRICE, 10);
        nextDay(59e6);
        address keeper = makeAddr("keeper");
        vm.prank(keeper);
        futures.mark(id);
        uint256 fee = 29.5e6;
        assertEq(futures.free(keeper), fee, "half a percent of 5,900 dollars");
        assertEq(freeOf(0), 1e11 + 900e6);
        assertEq(freeOf(1), 1e11 - 900e6 - fee);
        assertEq(futures.totalLocked(), 0);
        vm.expectRevert(abi.encodeWithSelector(Futures.NoPosition.selector, id));
        futures.mark(id);
    }

    function test_TheLoserPaysAtMostItsMargin() public {
        uint256 id = opened(PRICE, 10);
        for (uint256 i = 0; i < 5; ++i) {
            nextDay([int128(45e6), 40e6, 33e6, 28e6, 25e6][i]);
        }
        vm.expectEmit();
        emit Futures.Shortfall(id, traders[0], (50e6 - uint256(futuresMark())) * 100 - MARGIN);
        futures.mark(id);
        assertEq(freeOf(0), 1e11 - MARGIN);
        assertEq(freeOf(1), 1e11 + MARGIN);
    }

    /// Four delivered days at 45, 40, 33, 28 and six at 25.
    function futuresMark() internal pure returns (uint128) {
        return (36.5e6 * 4 + 25e6 * 6) / 10;
    }

    function test_MarginsAreToppedUpAndNotWithdrawn() public {
        uint256 id = opened(PRICE, 10);
        uint256 left = freeOf(1);
        vm.startPrank(traders[1]);
        vm.expectRevert(abi.encodeWithSelector(Futures.NotEnough.selector, traders[1], left + 1, left));
        futures.withdraw(left + 1);
        futures.topUp(id, 500e6);
        vm.stopPrank();
        vm.expectRevert(abi.encodeWithSelector(Futures.NotAParty.selector, id));
        futures.topUp(id, 1);
        nextDay(59e6);
        futures.mark(id);
        assertEq(futures.positionOf(id).marginShort, MARGIN + 500e6 - 900e6);
        vm.prank(traders[0]);
        futures.topUp(id, 1);
    }

    function test_ItSettlesAtTheAverageOfItsWindow() public {
        uint256 id = opened(PRICE, 10);
        for (uint256 i = 0; i < 10; ++i) {
            nextDay(i % 2 == 0 ? int128(50e6) : int128(54e6));
        }
        uint32 last = today();
        vm.expectRevert(abi.encodeWithSelector(GridDataOracle.WindowOpen.selector, last));
        futures.settle(id);
        nextDay(60e6);
        vm.expectRevert(abi.encodeWithSelector(Futures.DeliveryOver.selector, last + 1));
        futures.mark(id);
        futures.settle(id);
        assertEq(freeOf(0), 1e11 + 200e6, "the day past the window counts for nothing");
        assertEq(freeOf(1), 1e11 - 200e6);
    }

    function testFuzz_MarksOnTheWayChangeNoOutcome(uint256 seed, uint16 marks) public {
        uint256 a = opened(PRICE, 10);
        uint256 b = opened(PRICE, 10);
        int128 value = INDEX;
        for (uint256 i = 0; i < 11; ++i) {
            value += int128(int256(uint256(keccak256(abi.encode(seed, i))) % 2e6)) - 1e6;
            nextDay(value);
            if (i < 10 && marks >> i & 1 == 1) futures.mark(a);
        }
        uint256 before = freeOf(0);
        futures.settle(a);
        uint256 first = freeOf(0) - before;
        futures.settle(b);
        assertEq(freeOf(0) - before - first, first, "whoever marks early or often gains nothing");
    }

    function test_AJumpOrAStaleIndexMarksNothing() public {
        uint256 id = opened(PRICE, 10);
        nextDay(90e6);
        vm.expectRevert(abi.encodeWithSelector(GridDataOracle.Breached.selector, int128(90e6)));
        futures.mark(id);
        nextDay(50e6);
        uint64 observed = uint64(vm.getBlockTimestamp());
        skip(3 days);
        vm.expectRevert(abi.encodeWithSelector(GridDataOracle.Stale.selector, observed, 2 days));
        futures.mark(id);
    }

    function test_WhenTheOracleIsDeadBothGetTheirMarginsBack() public {
        uint256 id = opened(PRICE, 10);
        nextDay(52e6);
        futures.mark(id);
        uint256 openAt = uint256(futures.positionOf(id).end) * 1 days + 7 days;
        vm.expectRevert(abi.encodeWithSelector(Futures.NotAParty.selector, id));
        futures.emergencyClose(id);
        vm.startPrank(traders[1]);
        vm.expectRevert(abi.encodeWithSelector(Futures.TooEarly.selector, openAt));
        futures.emergencyClose(id);
        vm.warp(openAt);
        futures.emergencyClose(id);
        assertEq(freeOf(0), 1e11 + 200e6);
        assertEq(futures.totalLocked(), 0);
    }

    function test_ALoserCannotFleeIntoTheEmergency() public {
        uint256 id = opened(PRICE, 10);
        for (uint256 i = 0; i < 11; ++i) {
            nextDay(55e6);
        }
        skip(30 days);
        vm.expectRevert(abi.encodeWithSelector(Futures.StillSettles.selector, id));
        vm.prank(traders[1]);
        futures.emergencyClose(id);
    }

    function test_PauseStopsNewPositionsAlone() public {
        uint256 id = opened(PRICE, 10);
        futures.pause();
        (Futures.Order memory l, Futures.Order memory s) = (order(0, PRICE, 10), order(1, PRICE, 10));
        refuse(abi.encodeWithSelector(Pausable.EnforcedPause.selector), l, s, 10);
        nextDay(51e6);
        futures.mark(id);
        vm.startPrank(traders[0]);
        futures.topUp(id, 1);
        futures.withdraw(1);
        vm.stopPrank();
        futures.unpause();
    }

    function test_ATokenThatComesInAgainOrKeepsAFeeIsRefused() public {
        ReentrantToken odd = new ReentrantToken();
        Futures f = new Futures(address(this), 2 days, odd, oracle, ruleset());
        odd.mint(address(this), 100);
        odd.approve(address(f), 100);
        odd.set(f, false);
        f.deposit(50);
        assertEq(odd.refusal(), abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector));
        odd.set(Futures(address(0)), true);
        vm.expectRevert(Futures.FeeOnTransfer.selector);
        f.deposit(10);
    }

    function test_RulesThatMakeNoSenseAreRefused() public {
        Futures.Rules[6] memory bad = [ruleset(), ruleset(), ruleset(), ruleset(), ruleset(), ruleset()];
        bad[0].feed = "NONE";
        bad[1].initialBps = 2000;
        bad[2].keeperBps = 2000;
        bad[3].deviationBps = 3501;
        bad[4].maxQty = 0;
        bad[5].emergencyAfter = 0;
        for (uint256 i = 0; i < 6; ++i) {
            vm.expectRevert(Futures.BadRules.selector);
            new Futures(address(this), 2 days, dollar, oracle, bad[i]);
        }
    }

    function test_APriceBelowZeroCountsAsZero() public {
        vm.warp(vm.getBlockTimestamp() + 1 days);
        for (uint256 i = 0; i < 3; ++i) {
            nextDay(1e6);
        }
        uint256 id = opened(1e6, 10);
        nextDay(0.5e6);
        nextDay(-0.1e6);
        futures.mark(id);
        assertEq(freeOf(0), 1e11 - 35e6, "the long side lost all of its margin and no more");
    }
}

/// Random positions, marks, top-ups, settlements and withdrawals.
contract FuturesHandler is FuturesBase {
    uint256 public inside = 2e11;
    uint256 public opens;
    uint256 public closes;
    uint256[] internal _ids;
    int128 internal _value = INDEX;

    function begin() external {
        setUpFutures();
    }

    function contracts() external view returns (Futures, Dollar) {
        return (futures, dollar);
    }

    function openOne(uint32 qty, int128 off) external {
        (,,,,, bool breached) = oracle.headOf(HASHPRICE);
        if (breached) return;
        uint128 price = uint128(_value + off % 4e6);
        qty = qty % 50 + 1;
        uint256 margin = uint256(price) * qty * DAYS * 36 / 100;
        if (futures.free(traders[0]) < margin || futures.free(traders[1]) < margin) return;
        _ids.push(opened(price, qty));
        ++opens;
    }

    function day(int128 step) external {
        _value += step % 8e6;
        if (_value < 25e6) _value = 25e6;
        nextDay(_value);
    }

    function end(uint256 which, bool marks) external {
        if (_ids.length == 0) return;
        uint256 id = _ids[which % _ids.length];
        Futures.Position memory p = futures.positionOf(id);
        if (p.long == address(0)) return;
        if (marks) {
            try futures.mark(id) {} catch {}
        } else {
            try futures.settle(id) {} catch {}
        }
        if (futures.positionOf(id).long == address(0)) ++closes;
    }

    function topUp(uint256 which, uint128 amount, bool long) external {
        if (_ids.length == 0) return;
        uint256 id = _ids[which % _ids.length];
        address who = traders[long ? 0 : 1];
        if (futures.positionOf(id).long == address(0)) return;
        amount = uint128(amount % (futures.free(who) / 10 + 1));
        vm.prank(who);
        futures.topUp(id, amount);
    }

    function move(uint256 amount, bool long, bool into) external {
        address who = traders[long ? 0 : 1];
        uint256 most = into ? dollar.balanceOf(who) : futures.free(who);
        amount = amount % (most / 10 + 1);
        vm.prank(who);
        if (into) futures.deposit(amount);
        else futures.withdraw(amount);
        inside = into ? inside + amount : inside - amount;
    }

    function sums() external view returns (uint256 free_, uint256 locked) {
        free_ = futures.free(traders[0]) + futures.free(traders[1]) + futures.free(address(this));
        for (uint256 i = 0; i < _ids.length; ++i) {
            Futures.Position memory p = futures.positionOf(_ids[i]);
            locked += uint256(p.marginLong) + p.marginShort;
        }
    }
}

contract FuturesInvariants is FuturesBase {
    FuturesHandler internal handler;

    function setUp() public {
        handler = new FuturesHandler();
        handler.begin();
        (futures, dollar) = handler.contracts();
        targetContract(address(handler));
        bytes4[] memory only = new bytes4[](5);
        only[0] = FuturesHandler.openOne.selector;
        only[1] = FuturesHandler.day.selector;
        only[2] = FuturesHandler.end.selector;
        only[3] = FuturesHandler.topUp.selector;
        only[4] = FuturesHandler.move.selector;
        targetSelector(FuzzSelector(address(handler), only));
    }

    function invariant_ItOwesExactlyWhatItHolds() public view {
        assertEq(dollar.balanceOf(address(futures)), handler.inside());
        assertEq(futures.totalFree() + futures.totalLocked(), handler.inside());
        (uint256 free_, uint256 locked) = handler.sums();
        assertEq(futures.totalFree(), free_);
        assertEq(futures.totalLocked(), locked);
    }

    function afterInvariant() public view {
        assertGt(handler.opens(), 0, "no position was opened");
    }
}
