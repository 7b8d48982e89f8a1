// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {
    AccessControlDefaultAdminRules
} from "@openzeppelin/contracts/access/extensions/AccessControlDefaultAdminRules.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {BusOpening} from "./BusOpening.sol";
import {Nullifiers} from "./Nullifiers.sol";
import {PowerFlow} from "./PowerFlow.sol";
import {RewardToken} from "./RewardToken.sol";
import {SumTree} from "./SumTree.sol";
import {TaskAllocation} from "./TaskAllocation.sol";

/// @title Rewards for grid computation, one bonded root a day
/// @notice A proposer puts a bond behind the sum tree of a day's rewards. While its window is
/// open anybody may show a wrong leaf, a leaf twice, a wrong sum, or ask for the data of a
/// solution, which stops the clock. Afterwards the total is reserved and each leaf claimed.
/// Only tasks that the coordinator generated are paid, each once whatever contract pays.
/// @dev Bonds are in the smallest unit of `money` (the token of TaskAllocation), rewards in wei
/// of the reward token. Payments are pulled. An epoch is a UTC day (days since 1970-01-01), other
/// times are Unix seconds. The solution of a task is a tree without amounts over its buses, of
/// the leaves that PowerFlow reads.
contract GridOptimizationRewards is AccessControlDefaultAdminRules, Pausable, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    /// @notice A line of a day's rewards. With `n` = 0 it pays the task whose id is `workHash`;
    /// otherwise it cites metered energy of `n` five-minute intervals of a site, whose signed
    /// claim has the hash `workHash`, and pays nothing here.
    struct Leaf {
        uint32 epoch;
        uint32 index;
        address account;
        uint64 site;
        uint32 start;
        uint16 n;
        uint64 kWh;
        bytes32 method;
        bytes32 workHash;
        uint128 amount;
    }

    enum Status {
        None,
        Proposed,
        Final
    }

    /// @notice A day. `voided` is the part of the total whose data was withheld; `attempt` counts
    /// the proposals that were struck down; `closesAt` moves while requests for data are open.
    struct Epoch {
        bytes32 root;
        uint128 total;
        uint128 voided;
        uint128 bond;
        address proposer;
        uint64 proposedAt;
        uint32 count;
        uint64 closesAt;
        uint64 stoppedAt;
        uint32 requests;
        uint32 attempt;
        Status status;
    }

    enum Verdict {
        None,
        Wrong,
        Withheld
    }

    /// @notice What was found about a task, and when.
    struct Judgement {
        Verdict verdict;
        uint64 since;
    }

    /// @notice A request for one bus of the solution of a task.
    struct Request {
        address by;
        uint64 dueAt;
        uint32 epoch;
        uint128 amount;
        uint32 attempt;
        bool closed;
    }

    /// @notice Seconds of the window and for an answer; the least bond of a proposal, its bond
    /// per whole reward token, and the bond of a request, in units of `money`.
    struct Settings {
        uint64 window;
        uint64 answerTime;
        uint128 minBond;
        uint128 bondRate;
        uint128 requestBond;
    }

    bytes32 public constant PROPOSER_ROLE = keccak256("PROPOSER_ROLE");
    bytes32 public constant PAUSER_ROLE = keccak256("PAUSER_ROLE");

    /// @notice The kind of a task whose result is a power flow.
    uint32 public constant KIND_POWER_FLOW = 1;

    /// @notice Requests are taken up to this many windows after the proposal, so that the clock
    /// cannot be stopped for ever.
    uint64 public constant REQUEST_WINDOWS = 3;

    RewardToken public immutable token;
    TaskAllocation public immutable tasks;
    Nullifiers public immutable nullifiers;
    IERC20 public immutable money;
    uint64 public immutable window;
    uint64 public immutable answerTime;
    uint128 public immutable minBond;
    uint128 public immutable bondRate;
    uint128 public immutable requestBond;

    /// @notice The halves of struck bonds that nobody gets; they stay here.
    uint256 public burned;

    mapping(address account => uint256 amount) public credit;
    mapping(bytes32 taskId => Judgement) public judgementOf;
    mapping(bytes32 key => Request) public requestOf;
    mapping(uint32 epoch => Epoch) private _epochs;

    event Proposed(
        uint32 indexed epoch, uint32 attempt, bytes32 root, uint128 total, uint32 count, uint128 bond, uint64 closesAt
    );
    event Struck(uint32 indexed epoch, uint32 attempt, address indexed proposer, address indexed challenger);
    event Released(uint32 indexed epoch, uint32 attempt, address indexed proposer);
    event Finalized(uint32 indexed epoch, bytes32 root, uint128 total);
    event Claimed(uint32 indexed epoch, uint32 index, address indexed account, bytes32 indexed taskId, uint128 amount);
    event SolutionWrong(bytes32 indexed taskId, uint32 bus, address indexed challenger);
    event DataRequested(bytes32 indexed taskId, uint32 bus, address indexed by, uint64 dueAt);
    event DataAnswered(bytes32 indexed taskId, uint32 bus, address indexed by);
    event DataWithheld(bytes32 indexed taskId, uint32 indexed epoch, uint128 amount);
    event Withdrawn(address indexed account, uint256 amount);

    error BadSettings();
    error BadProposal();
    error EpochNotOver(uint32 epoch);
    error WrongStatus(uint32 epoch, Status status);
    error WindowClosed(uint64 closedAt);
    error TooEarly(uint64 openAt);
    error RequestsOpen(uint32 requests);
    error NotInTree();
    error LeafHolds();
    error SumHolds();
    error NotDuplicate();
    error Judged(bytes32 taskId, Verdict verdict);
    error NotPayable(bytes32 taskId);
    error WrongKind(uint32 kind);
    error SolutionHolds(uint32 bus);
    error SolutionFails(uint32 bus);
    error AlreadyRequested(bytes32 key);
    error NoRequest(bytes32 key);
    error StillMinter();
    error NothingToWithdraw();
    error FeeOnTransfer();

    constructor(address admin, uint48 adminDelay, RewardToken rewards, TaskAllocation work, Settings memory s)
        AccessControlDefaultAdminRules(adminDelay, admin)
    {
        if (s.window == 0 || s.answerTime == 0 || s.minBond == 0 || s.requestBond == 0) revert BadSettings();
        token = rewards;
        tasks = work;
        nullifiers = work.nullifiers();
        money = work.token();
        (window, answerTime) = (s.window, s.answerTime);
        (minBond, bondRate, requestBond) = (s.minBond, s.bondRate, s.requestBond);
    }

    // ---- proposals ----

    /// @notice Puts a bond behind the rewards of a day that is over.
    /// @param root Root of the sum tree, and `total` its sum.
    /// @param count Leaves of the tree.
    function propose(uint32 epoch, bytes32 root, uint128 total, uint32 count)
        external
        onlyRole(PROPOSER_ROLE)
        whenNotPaused
        nonReentrant
    {
        if (epoch >= block.timestamp / 1 days) revert EpochNotOver(epoch);
        Epoch storage e = _epochs[epoch];
        if (e.status != Status.None) revert WrongStatus(epoch, e.status);
        if (root == 0 || count == 0 || total > token.dailyCap()) revert BadProposal();
        uint64 time = uint64(block.timestamp);
        e.root = root;
        (e.total, e.count, e.bond) = (total, count, bondFor(total));
        (e.proposer, e.proposedAt, e.closesAt) = (msg.sender, time, time + window);
        e.status = Status.Proposed;
        emit Proposed(epoch, e.attempt, root, total, count, e.bond, e.closesAt);
        _pull(e.bond);
    }

    /// @notice Closes an undisputed day, by anyone: the bond returns and the total is reserved,
    /// within what the token allows today.
    function finalize(uint32 epoch) external {
        Epoch storage e = _proposed(epoch);
        if (e.requests != 0) revert RequestsOpen(e.requests);
        if (block.timestamp < e.closesAt) revert TooEarly(e.closesAt);
        e.status = Status.Final;
        credit[e.proposer] += e.bond;
        uint128 owed = e.total - e.voided;
        emit Finalized(epoch, e.root, owed);
        token.reserve(owed);
    }

    /// @notice Returns the bond of a day that closed but can never be final, because another
    /// contract has become the minter. By anyone.
    function release(uint32 epoch) external {
        Epoch storage e = _proposed(epoch);
        if (token.minter() == address(this)) revert StillMinter();
        if (e.requests != 0) revert RequestsOpen(e.requests);
        if (block.timestamp < e.closesAt) revert TooEarly(e.closesAt);
        credit[e.proposer] += e.bond;
        emit Released(epoch, e.attempt, e.proposer);
        _clear(epoch, e);
    }

    /// @notice Mints the reward of a leaf of a final day to its account, by anyone.
    function claim(Leaf calldata leaf, SumTree.Node[] calldata path) external nonReentrant {
        Epoch storage e = _epochs[leaf.epoch];
        if (e.status != Status.Final) revert WrongStatus(leaf.epoch, e.status);
        _checkLeaf(e, leaf, path);
        TaskAllocation.Task memory task = tasks.taskOf(leaf.workHash);
        if (leaf.n != 0 || !_matches(leaf, task)) revert NotPayable(leaf.workHash);
        _checkUnjudged(leaf.workHash);
        emit Claimed(leaf.epoch, leaf.index, leaf.account, leaf.workHash, leaf.amount);
        nullifiers.spendTask(task.digest);
        token.mint(leaf.account, leaf.amount);
    }

    /// @notice Pays the caller all that it is owed. Never paused.
    function withdraw() external nonReentrant {
        uint256 amount = credit[msg.sender];
        if (amount == 0) revert NothingToWithdraw();
        credit[msg.sender] = 0;
        emit Withdrawn(msg.sender, amount);
        money.safeTransfer(msg.sender, amount);
    }

    // ---- challenges of a proposal ----

    /// @notice Strikes a proposal down by a leaf that is wrong on its face: its task is not a
    /// final one of the coordinator with this worker and reward, was paid or judged before, or it
    /// pays for metered energy.
    function challengeLeaf(uint32 epoch, Leaf calldata leaf, SumTree.Node[] calldata path) external {
        Epoch storage e = _open(epoch);
        _checkLeaf(e, leaf, path);
        if (leaf.epoch == epoch && _holds(leaf, e.proposedAt)) revert LeafHolds();
        _strike(epoch, e);
    }

    /// @notice Strikes a proposal down by two leaves for one task, or for a site's interval.
    function challengeDuplicate(
        uint32 epoch,
        Leaf calldata a,
        SumTree.Node[] calldata pathA,
        Leaf calldata b,
        SumTree.Node[] calldata pathB
    ) external {
        Epoch storage e = _open(epoch);
        _checkLeaf(e, a, pathA);
        _checkLeaf(e, b, pathB);
        bool sameTask = a.n == 0 && b.n == 0 && a.workHash == b.workHash;
        bool overlap = a.site == b.site && a.start < uint256(b.start) + b.n && b.start < uint256(a.start) + a.n;
        if (a.index == b.index || !(sameTask || overlap)) revert NotDuplicate();
        _strike(epoch, e);
    }

    /// @notice Strikes a proposal down by a node whose sum is not that of its children.
    /// @param level Height of the node above the leaves, at least 1; `index` its place there.
    /// @param sum What the tree gives as the node's sum.
    function challengeSum(
        uint32 epoch,
        uint8 level,
        uint256 index,
        SumTree.Node calldata left,
        SumTree.Node calldata right,
        uint128 sum,
        SumTree.Node[] calldata path
    ) external {
        Epoch storage e = _open(epoch);
        if (uint256(left.sum) + right.sum == sum) revert SumHolds();
        SumTree.Node memory node = SumTree.Node(SumTree.join(left.hash, left.sum, right.hash, right.sum), sum);
        uint256 count = level == 0 ? 0 : SumTree.nodesAt(e.count, level);
        if (!SumTree.verify(SumTree.Node(e.root, e.total), node, index, count, path)) revert NotInTree();
        _strike(epoch, e);
    }

    // ---- judging work ----

    /// @notice Shows that one bus of a solution does not solve its case. The task is never paid
    /// from then on; a worker whose task is still open to dispute loses its bond, half to the
    /// caller. A proposal with the task can then be struck down by its leaf.
    function dispute(TaskAllocation.Spec calldata spec, BusOpening.Opening calldata opening) external nonReentrant {
        bytes32 id = tasks.taskId(spec);
        _checkUnjudged(id);
        if (spec.kind != KIND_POWER_FLOW) revert WrongKind(spec.kind);
        TaskAllocation.Task memory task = tasks.taskOf(id);
        if (BusOpening.solves(task.inputRoot, task.resultRoot, opening)) revert SolutionHolds(opening.bus.index);
        judgementOf[id] = Judgement(Verdict.Wrong, uint64(block.timestamp));
        emit SolutionWrong(id, opening.bus.index, msg.sender);
        if (task.status == TaskAllocation.Status.Committed && block.timestamp < task.finalAt) {
            tasks.slash(id, msg.sender);
        }
    }

    /// @notice Asks, with a bond, for one bus of the solution behind a proposed leaf. The day
    /// stays open until it is answered, which pays the bond to who answers, or until the time for
    /// an answer is over, after which the leaf is void. Each bus is asked for once.
    function requestData(
        Leaf calldata leaf,
        SumTree.Node[] calldata path,
        TaskAllocation.Spec calldata spec,
        PowerFlow.Bus calldata bus,
        bytes32[] calldata busPath
    ) external nonReentrant {
        Epoch storage e = _open(leaf.epoch);
        uint64 until = e.proposedAt + REQUEST_WINDOWS * window;
        if (block.timestamp >= until) revert WindowClosed(until);
        _checkLeaf(e, leaf, path);
        _checkUnjudged(leaf.workHash);
        if (leaf.n != 0 || tasks.taskId(spec) != leaf.workHash) revert NotPayable(leaf.workHash);
        if (spec.kind != KIND_POWER_FLOW) revert WrongKind(spec.kind);
        BusOpening.checkBus(spec.inputRoot, bus, busPath);
        _stopClock(leaf, e, bus.index);
        _pull(requestBond);
    }

    /// @notice Answers a request with an opening that solves the bus, by anyone.
    function answer(bytes32 taskId, BusOpening.Opening calldata opening) external {
        bytes32 key = requestKey(taskId, opening.bus.index);
        Request storage r = _pending(key);
        if (block.timestamp > r.dueAt) revert WindowClosed(r.dueAt);
        TaskAllocation.Task memory task = tasks.taskOf(taskId);
        if (!BusOpening.solves(task.inputRoot, task.resultRoot, opening)) revert SolutionFails(opening.bus.index);
        r.closed = true;
        credit[msg.sender] += requestBond;
        emit DataAnswered(taskId, opening.bus.index, msg.sender);
        _resumeClock(r);
    }

    /// @notice Ends a request that was not answered in time, by anyone: its bond returns, and the
    /// task is not paid.
    function closeRequest(bytes32 taskId, uint32 bus) external {
        bytes32 key = requestKey(taskId, bus);
        Request storage r = _pending(key);
        if (block.timestamp <= r.dueAt) revert TooEarly(r.dueAt + 1);
        r.closed = true;
        credit[r.by] += requestBond;
        if (judgementOf[taskId].verdict == Verdict.None) {
            judgementOf[taskId] = Judgement(Verdict.Withheld, uint64(block.timestamp));
            if (_isCurrent(r)) _epochs[r.epoch].voided += r.amount;
            emit DataWithheld(taskId, r.epoch, r.amount);
        }
        _resumeClock(r);
    }

    // ---- pause and views ----

    /// @notice Stops new proposals; what is proposed, final or owed goes on.
    function pause() external onlyRole(PAUSER_ROLE) {
        _pause();
    }

    function unpause() external onlyRole(DEFAULT_ADMIN_ROLE) {
        _unpause();
    }

    /// @notice The bond of a proposal of `total` wei of the reward token.
    function bondFor(uint128 total) public view returns (uint128) {
        uint256 bond = (uint256(total) * bondRate + 1 ether - 1) / 1 ether;
        if (bond > type(uint128).max) revert BadProposal();
        // forge-lint: disable-next-line(unsafe-typecast)
        return bond < minBond ? minBond : uint128(bond);
    }

    function epochOf(uint32 epoch) external view returns (Epoch memory) {
        return _epochs[epoch];
    }

    /// @notice Whether a leaf is in the tree of a final day.
    function isFinal(Leaf calldata leaf, SumTree.Node[] calldata path) external view returns (bool) {
        Epoch storage e = _epochs[leaf.epoch];
        return e.status == Status.Final && _contains(e, leaf, path);
    }

    function requestKey(bytes32 taskId, uint32 bus) public pure returns (bytes32) {
        return keccak256(abi.encode(taskId, bus));
    }

    function leafHash(Leaf calldata leaf) public pure returns (bytes32) {
        return SumTree.leafOf(abi.encode(leaf));
    }

    // ---- inside ----

    function _proposed(uint32 epoch) private view returns (Epoch storage e) {
        e = _epochs[epoch];
        if (e.status != Status.Proposed) revert WrongStatus(epoch, e.status);
    }

    function _open(uint32 epoch) private view returns (Epoch storage e) {
        e = _proposed(epoch);
        if (e.requests == 0 && block.timestamp >= e.closesAt) revert WindowClosed(e.closesAt);
    }

    function _contains(Epoch storage e, Leaf calldata leaf, SumTree.Node[] calldata path) private view returns (bool) {
        SumTree.Node memory root = SumTree.Node(e.root, e.total);
        return SumTree.verify(root, SumTree.Node(leafHash(leaf), leaf.amount), leaf.index, e.count, path);
    }

    function _checkLeaf(Epoch storage e, Leaf calldata leaf, SumTree.Node[] calldata path) private view {
        if (!_contains(e, leaf, path)) revert NotInTree();
    }

    function _checkUnjudged(bytes32 id) private view {
        Verdict verdict = judgementOf[id].verdict;
        if (verdict != Verdict.None) revert Judged(id, verdict);
    }

    /// @dev Whether a leaf says what TaskAllocation says, and nothing spoke against it before.
    function _holds(Leaf calldata leaf, uint64 proposedAt) private view returns (bool) {
        if (leaf.n != 0) {
            return
                leaf.amount == 0 && leaf.n <= nullifiers.MAX_RUN() && uint256(leaf.start) + leaf.n <= type(uint32).max;
        }
        TaskAllocation.Task memory task = tasks.taskOf(leaf.workHash);
        Judgement memory found = judgementOf[leaf.workHash];
        bool before = found.verdict == Verdict.Withheld && found.since < proposedAt;
        return _matches(leaf, task) && !nullifiers.paid(task.digest) && found.verdict != Verdict.Wrong && !before;
    }

    function _matches(Leaf calldata leaf, TaskAllocation.Task memory task) private pure returns (bool) {
        return task.status == TaskAllocation.Status.Final && task.minted && task.worker == leaf.account
            && task.reward == leaf.amount;
    }

    /// @dev Half of the bond to the caller; the other half stays, so that a proposer gains nothing
    /// by challenging itself.
    function _strike(uint32 epoch, Epoch storage e) private {
        uint128 half = e.bond / 2;
        credit[msg.sender] += half;
        burned += e.bond - half;
        emit Struck(epoch, e.attempt, e.proposer, msg.sender);
        _clear(epoch, e);
    }

    function _clear(uint32 epoch, Epoch storage e) private {
        uint32 next = e.attempt + 1;
        delete _epochs[epoch];
        _epochs[epoch].attempt = next;
    }

    function _stopClock(Leaf calldata leaf, Epoch storage e, uint32 bus) private {
        bytes32 key = requestKey(leaf.workHash, bus);
        if (requestOf[key].by != address(0)) revert AlreadyRequested(key);
        uint64 dueAt = uint64(block.timestamp) + answerTime;
        requestOf[key] = Request(msg.sender, dueAt, leaf.epoch, leaf.amount, e.attempt, false);
        if (e.requests == 0) e.stoppedAt = uint64(block.timestamp);
        ++e.requests;
        emit DataRequested(leaf.workHash, bus, msg.sender, dueAt);
    }

    function _resumeClock(Request storage r) private {
        if (!_isCurrent(r)) return;
        Epoch storage e = _epochs[r.epoch];
        --e.requests;
        if (e.requests == 0) e.closesAt += uint64(block.timestamp) - e.stoppedAt;
    }

    /// @dev A request outlives a proposal that was struck down, and then stops no clock.
    function _isCurrent(Request storage r) private view returns (bool) {
        Epoch storage e = _epochs[r.epoch];
        return e.status == Status.Proposed && e.attempt == r.attempt;
    }

    function _pending(bytes32 key) private view returns (Request storage r) {
        r = requestOf[key];
        if (r.by == address(0) || r.closed) revert NoRequest(key);
    }

    function _pull(uint256 amount) private {
        uint256 before = money.balanceOf(address(this));
        money.safeTransferFrom(msg.sender, address(this), amount);
        if (money.balanceOf(address(this)) - before != amount) revert FeeOnTransfer();
    }
}
