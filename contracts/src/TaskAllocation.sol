// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {
    AccessControlDefaultAdminRules
} from "@openzeppelin/contracts/access/extensions/AccessControlDefaultAdminRules.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Nullifiers} from "./Nullifiers.sol";

/// @title Decisions on record, and computing tasks with bonds
/// @notice Every batch of decisions becomes one commitment with a dense id, folded into a hash
/// chain. Tasks are published as a Merkle root, accepted by a worker with a bond, answered by one
/// result root, open to dispute for a window, then final. Tasks of the coordinator are paid by
/// the reward contract; tasks from outside are paid here, from their submitter's escrow.
/// @dev Money is in the smallest unit of `token`, which must not charge a fee on transfer.
/// Payments are pulled. Times are Unix seconds.
contract TaskAllocation is AccessControlDefaultAdminRules, Pausable, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    /// @notice One batch of decisions: a five-minute interval (count since 1970-01-01 UTC), the
    /// number of its leaves, their Merkle root and the hash of the canonical batch file.
    struct Batch {
        uint64 id;
        uint32 interval;
        uint32 count;
        bytes32 root;
        bytes32 dataHash;
    }

    /// @notice A task as it stands in the tree of its group. `saltHash` commits the coordinator to
    /// the secret part of the sampling seed before anybody works.
    struct Spec {
        uint64 group;
        uint32 index;
        uint32 kind;
        uint128 reward;
        bytes32 specHash;
        bytes32 inputRoot;
        bytes32 saltHash;
    }

    struct Group {
        bytes32 root;
        address owner;
        uint64 deadline;
        uint32 count;
        uint128 bond;
        uint128 unreserved;
        bool minted;
    }

    enum Status {
        Open,
        Accepted,
        Committed,
        Final,
        Slashed
    }

    /// @notice The state of a task. `digest` names the work itself, whatever contract lists it.
    struct Task {
        Status status;
        bool minted;
        address worker;
        uint64 group;
        uint64 dueAt;
        uint64 finalAt;
        uint128 bond;
        uint128 reward;
        bytes32 digest;
        bytes32 inputRoot;
        bytes32 resultRoot;
    }

    bytes32 public constant RECORDER_ROLE = keccak256("RECORDER_ROLE");
    bytes32 public constant COORDINATOR_ROLE = keccak256("COORDINATOR_ROLE");
    bytes32 public constant ARBITER_ROLE = keccak256("ARBITER_ROLE");
    bytes32 public constant PAUSER_ROLE = keccak256("PAUSER_ROLE");

    /// @notice The root of a batch without decisions.
    bytes32 public constant EMPTY_ROOT = keccak256("pouw-dem/empty-batch/v1");

    IERC20 public immutable token;
    Nullifiers public immutable nullifiers;
    /// @notice Seconds from acceptance to the latest result.
    uint64 public immutable workTime;
    /// @notice Seconds in which a result can be disputed.
    uint64 public immutable challengeWindow;

    /// @notice Fold of the commitments: head' = keccak256(abi.encode(head, commitment)), from zero.
    bytes32 public head;
    /// @notice The id that the next batch must have; the first is 1.
    uint64 public nextBatch = 1;
    /// @notice The interval of the newest batch.
    uint32 public lastInterval;
    /// @notice The id that the next group of tasks gets; the first is 1.
    uint64 public nextGroup = 1;

    mapping(uint64 id => bytes32 commitment) public commitmentOf;
    mapping(uint64 id => Group) public groupOf;
    mapping(address account => uint256 amount) public credit;
    mapping(bytes32 taskId => Task) private _tasks;

    event BatchAnchored(
        uint64 indexed id, uint32 indexed interval, uint32 count, bytes32 root, bytes32 dataHash, bytes32 head
    );
    event TasksCreated(
        uint64 indexed group, address indexed owner, bytes32 root, uint32 count, uint128 budget, bool minted
    );
    event TaskAccepted(bytes32 indexed taskId, address indexed worker, uint64 indexed group, uint64 dueAt);
    event ResultCommitted(bytes32 indexed taskId, address indexed worker, bytes32 resultRoot, uint64 finalAt);
    event TaskExpired(bytes32 indexed taskId, address indexed worker);
    event TaskFinal(bytes32 indexed taskId, address indexed worker);
    event TaskSlashed(bytes32 indexed taskId, address indexed worker, address indexed challenger);
    event EscrowReclaimed(uint64 indexed group, uint128 amount);
    event Withdrawn(address indexed account, uint256 amount);

    error OutOfOrder(uint64 expected, uint64 got);
    error IntervalNotNew(uint32 last, uint32 got);
    error BadRoot(bytes32 root, uint32 count);
    error BadGroup();
    error NotInGroup(bytes32 taskId);
    error WrongStatus(bytes32 taskId, Status status);
    error DeadlinePassed(uint64 deadline);
    error TooEarly(uint64 openAt);
    error NotTheWorker(address worker);
    error NotTheOwner(address owner);
    error BudgetExceeded(uint128 wanted, uint128 left);
    error NothingToWithdraw();
    error FeeOnTransfer();

    /// @param worktime Seconds from acceptance to the latest result.
    /// @param window Seconds in which a result can be disputed.
    constructor(address admin, uint48 adminDelay, IERC20 money, Nullifiers spent, uint64 worktime, uint64 window)
        AccessControlDefaultAdminRules(adminDelay, admin)
    {
        if (worktime == 0 || window == 0) revert BadGroup();
        token = money;
        nullifiers = spent;
        workTime = worktime;
        challengeWindow = window;
    }

    // ---- decisions ----

    /// @notice Records the next batch. The same batch again changes nothing and returns false;
    /// another batch under a used id is refused. Not stopped by pause: it takes no risk.
    function anchor(Batch calldata batch) external onlyRole(RECORDER_ROLE) returns (bool fresh) {
        return _anchor(batch);
    }

    /// @notice Records several batches in order, as `anchor` does.
    function anchorMany(Batch[] calldata batches) external onlyRole(RECORDER_ROLE) {
        for (uint256 i = 0; i < batches.length; ++i) {
            _anchor(batches[i]);
        }
    }

    /// @notice Whether a decision is in a recorded batch. `decision` is the ABI encoding of its
    /// versioned tuple; its leaf is hashed twice, so that no inner node passes for a leaf.
    function includes(Batch calldata batch, bytes calldata decision, bytes32[] calldata proof)
        external
        view
        returns (bool)
    {
        if (batch.count == 0 || commitmentOf[batch.id] != commitment(batch)) return false;
        bytes32 leaf = keccak256(bytes.concat(keccak256(decision)));
        return MerkleProof.verifyCalldata(proof, batch.root, leaf);
    }

    /// @notice What is stored for a batch.
    function commitment(Batch calldata batch) public pure returns (bytes32) {
        return keccak256(abi.encode(batch.id, batch.interval, batch.count, batch.root, batch.dataHash));
    }

    function _anchor(Batch calldata batch) private returns (bool) {
        bytes32 hash = commitment(batch);
        uint64 expected = nextBatch;
        if (batch.id < expected && commitmentOf[batch.id] == hash) return false;
        if (batch.id != expected) revert OutOfOrder(expected, batch.id);
        if (batch.interval <= lastInterval) revert IntervalNotNew(lastInterval, batch.interval);
        if (batch.root == 0 || (batch.count == 0) != (batch.root == EMPTY_ROOT)) {
            revert BadRoot(batch.root, batch.count);
        }
        nextBatch = expected + 1;
        lastInterval = batch.interval;
        commitmentOf[batch.id] = hash;
        head = keccak256(abi.encode(head, hash));
        emit BatchAnchored(batch.id, batch.interval, batch.count, batch.root, batch.dataHash, head);
        return true;
    }

    // ---- tasks ----

    /// @notice Publishes tasks of the coordinator, which the reward contract pays.
    /// @param bond What a worker puts down for each.
    /// @param deadline Unix seconds after which none can be accepted.
    function createTasks(bytes32 root, uint32 count, uint128 bond, uint64 deadline)
        external
        onlyRole(COORDINATOR_ROLE)
        whenNotPaused
        returns (uint64 group)
    {
        return _create(Group(root, msg.sender, deadline, count, bond, 0, true));
    }

    /// @notice Publishes tasks from outside; `budget` goes into escrow and pays for them.
    function submitTasks(bytes32 root, uint32 count, uint128 bond, uint64 deadline, uint128 budget)
        external
        whenNotPaused
        nonReentrant
        returns (uint64 group)
    {
        group = _create(Group(root, msg.sender, deadline, count, bond, budget, false));
        _pull(budget);
    }

    /// @notice Takes a task, with the group's bond.
    function accept(Spec calldata spec, bytes32[] calldata proof)
        external
        whenNotPaused
        nonReentrant
        returns (bytes32 id)
    {
        Group storage group = groupOf[spec.group];
        id = taskId(spec);
        if (spec.index >= group.count || !MerkleProof.verifyCalldata(proof, group.root, id)) revert NotInGroup(id);
        if (block.timestamp > group.deadline) revert DeadlinePassed(group.deadline);
        Task storage task = _tasks[id];
        if (task.status != Status.Open) revert WrongStatus(id, task.status);
        if (!group.minted) {
            if (spec.reward > group.unreserved) revert BudgetExceeded(spec.reward, group.unreserved);
            group.unreserved -= spec.reward;
        }
        _take(task, group, spec);
        emit TaskAccepted(id, msg.sender, spec.group, task.dueAt);
        _pull(group.bond);
    }

    /// @notice Commits the one result of an accepted task and starts its window of dispute.
    function commitResult(bytes32 id, bytes32 resultRoot) external {
        Task storage task = _tasks[id];
        if (task.status != Status.Accepted) revert WrongStatus(id, task.status);
        if (msg.sender != task.worker) revert NotTheWorker(task.worker);
        if (block.timestamp > task.dueAt) revert DeadlinePassed(task.dueAt);
        if (resultRoot == 0) revert BadRoot(resultRoot, 0);
        task.status = Status.Committed;
        task.resultRoot = resultRoot;
        task.finalAt = uint64(block.timestamp) + challengeWindow;
        emit ResultCommitted(id, msg.sender, resultRoot, task.finalAt);
    }

    /// @notice Ends an accepted task without a result, by anyone. The bond goes to the owner of
    /// the group, and the task is open again.
    function expire(bytes32 id) external {
        Task storage task = _tasks[id];
        if (task.status != Status.Accepted) revert WrongStatus(id, task.status);
        if (block.timestamp <= task.dueAt) revert TooEarly(task.dueAt + 1);
        emit TaskExpired(id, task.worker);
        credit[groupOf[task.group].owner] += task.bond;
        if (!task.minted) groupOf[task.group].unreserved += task.reward;
        delete _tasks[id];
    }

    /// @notice Closes an undisputed task, by anyone: the bond returns, escrow pays. A task from
    /// outside whose work was paid elsewhere cannot be closed by paying it twice.
    function finalize(bytes32 id) external {
        Task storage task = _tasks[id];
        if (task.status != Status.Committed) revert WrongStatus(id, task.status);
        if (block.timestamp < task.finalAt) revert TooEarly(task.finalAt);
        task.status = Status.Final;
        credit[task.worker] += task.bond;
        emit TaskFinal(id, task.worker);
        if (!task.minted) {
            credit[task.worker] += task.reward;
            nullifiers.spendTask(task.digest);
        }
    }

    /// @notice Ends a disputed task: half of the bond to the challenger, half to the owner of the
    /// group. Called by the contract that judged the dispute.
    function slash(bytes32 id, address challenger) external onlyRole(ARBITER_ROLE) {
        Task storage task = _tasks[id];
        if (task.status != Status.Committed) revert WrongStatus(id, task.status);
        if (block.timestamp >= task.finalAt) revert DeadlinePassed(task.finalAt);
        task.status = Status.Slashed;
        Group storage group = groupOf[task.group];
        uint128 half = task.bond / 2;
        credit[challenger] += half;
        credit[group.owner] += task.bond - half;
        if (!task.minted) group.unreserved += task.reward;
        emit TaskSlashed(id, task.worker, challenger);
    }

    /// @notice Returns to the owner of a group, after its deadline, the escrow that no running
    /// task holds.
    function reclaim(uint64 id) external {
        Group storage group = groupOf[id];
        if (msg.sender != group.owner) revert NotTheOwner(group.owner);
        if (block.timestamp <= group.deadline) revert TooEarly(group.deadline + 1);
        uint128 amount = group.unreserved;
        group.unreserved = 0;
        credit[msg.sender] += amount;
        emit EscrowReclaimed(id, amount);
    }

    /// @notice Pays the caller all that it is owed. Never paused.
    function withdraw() external nonReentrant {
        uint256 amount = credit[msg.sender];
        if (amount == 0) revert NothingToWithdraw();
        credit[msg.sender] = 0;
        emit Withdrawn(msg.sender, amount);
        token.safeTransfer(msg.sender, amount);
    }

    /// @notice Stops new tasks and acceptances; running ones end as they would have.
    function pause() external onlyRole(PAUSER_ROLE) {
        _pause();
    }

    function unpause() external onlyRole(DEFAULT_ADMIN_ROLE) {
        _unpause();
    }

    /// @notice The id of a task: its leaf in the tree of its group, hashed twice.
    function taskId(Spec calldata spec) public pure returns (bytes32) {
        return keccak256(bytes.concat(keccak256(abi.encode(spec))));
    }

    function taskOf(bytes32 id) external view returns (Task memory) {
        return _tasks[id];
    }

    function _create(Group memory group) private returns (uint64 id) {
        if (group.root == 0 || group.count == 0 || group.deadline <= block.timestamp) revert BadGroup();
        id = nextGroup++;
        groupOf[id] = group;
        emit TasksCreated(id, group.owner, group.root, group.count, group.unreserved, group.minted);
    }

    /// @dev The digest holds who published: nobody can spend the coordinator's work by copying it.
    function _take(Task storage task, Group storage group, Spec calldata spec) private {
        address origin = group.minted ? address(0) : group.owner;
        task.status = Status.Accepted;
        task.minted = group.minted;
        task.worker = msg.sender;
        task.group = spec.group;
        task.dueAt = uint64(block.timestamp) + workTime;
        task.bond = group.bond;
        task.reward = spec.reward;
        task.inputRoot = spec.inputRoot;
        task.digest = keccak256(abi.encode(origin, spec.kind, spec.specHash, spec.inputRoot, spec.saltHash));
    }

    function _pull(uint256 amount) private {
        if (amount == 0) return;
        uint256 before = token.balanceOf(address(this));
        token.safeTransferFrom(msg.sender, address(this), amount);
        if (token.balanceOf(address(this)) - before != amount) revert FeeOnTransfer();
    }
}
