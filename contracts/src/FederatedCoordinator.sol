// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {
    AccessControlDefaultAdminRules
} from "@openzeppelin/contracts/access/extensions/AccessControlDefaultAdminRules.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SumTree} from "./SumTree.sol";

/// @title Rounds of federated learning on record
/// @notice Attested participants commit the hash of their masked update to the coordinator, which
/// closes a round with the root of the commits and the hash of the new model. A participant that
/// the coordinator leaves out commits here instead: the round then cannot close without it. Each
/// round starts from the model that the last final one ended with.
/// @dev Hashes only, never weights, gradients or sample counts. Quotes are verified off chain
/// before registration. A leaf of the root is abi.encode(round, participant, updateHash) at its
/// place in a tree without amounts. Times are Unix seconds.
contract FederatedCoordinator is AccessControlDefaultAdminRules, Pausable, EIP712 {
    /// @notice A participant: the hash of its key-exchange key, the digest of its attestation and
    /// until when that counts; how many rounds in a row it missed, and the last of them.
    struct Participant {
        bytes32 keyHash;
        bytes32 attestation;
        uint64 attestedUntil;
        bool active;
        uint8 missed;
        uint64 lastMissed;
    }

    enum Status {
        None,
        Open,
        Closing,
        Final,
        Aborted
    }

    /// @notice A round, with the participants that were active when it opened; later ones may
    /// still force a commit. `forced` commits were made here, of which `unproven` have not been shown
    /// to be under the root.
    struct Round {
        bytes32 baseModel;
        bytes32 newModel;
        bytes32 commitsRoot;
        bytes32 aggregate;
        uint64 deadline;
        uint32 minParticipants;
        uint32 included;
        uint32 registered;
        uint32 forced;
        uint32 unproven;
        Status status;
    }

    bytes32 public constant COORDINATOR_ROLE = keccak256("COORDINATOR_ROLE");
    bytes32 public constant PAUSER_ROLE = keccak256("PAUSER_ROLE");

    bytes32 public constant COMMIT_TYPEHASH = keccak256("Commit(uint64 round,bytes32 updateHash)");

    /// @notice Rounds missed in a row after which a participant is no longer active.
    uint8 public constant MAX_MISSED = 3;

    /// @notice Seconds after the deadline in which a round can still become final.
    uint64 public immutable grace;

    /// @notice Hash of the newest final model.
    bytes32 public currentModel;
    /// @notice The newest round; the first is 1.
    uint64 public lastRound;
    /// @notice The newest final round, or 0.
    uint64 public lastFinal;
    /// @notice Participants that are active.
    uint32 public activeCount;

    mapping(address => Participant) public participantOf;
    /// @notice The final round before a final round.
    mapping(uint64 round => uint64) public previousFinal;
    /// @notice Whether a forced commit was shown to be under the root.
    mapping(uint64 round => mapping(address participant => bool)) public proven;
    mapping(uint64 round => Round) private _rounds;
    mapping(uint64 round => mapping(address participant => bytes32 updateHash)) public forcedCommit;

    event Registered(address indexed participant, bytes32 keyHash, bytes32 attestation, uint64 attestedUntil);
    event Deactivated(address indexed participant);
    event RoundOpened(uint64 indexed round, bytes32 baseModel, uint64 deadline, uint32 minParticipants);
    event CommitForced(uint64 indexed round, address indexed participant, bytes32 updateHash);
    event RoundClosing(uint64 indexed round, bytes32 newModel, bytes32 commitsRoot, uint32 included, uint32 unproven);
    event CommitProven(uint64 indexed round, address indexed participant);
    event RoundFinal(uint64 indexed round, bytes32 newModel, uint32 included, uint32 dropped);
    event RoundAborted(uint64 indexed round);

    error BadRound();
    error WrongStatus(uint64 round, Status status);
    error WrongBase(bytes32 expected, bytes32 got);
    error NotActive(address participant);
    error DeadlinePassed(uint64 deadline);
    error TooEarly(uint64 openAt);
    error AlreadyCommitted(address participant);
    error WrongCount(uint32 included, uint32 least, uint32 most);
    error NotCommitted(address participant);

    /// @param genesis Hash of the model that the first round starts from.
    constructor(address admin, uint48 adminDelay, bytes32 genesis, uint64 graceTime)
        AccessControlDefaultAdminRules(adminDelay, admin)
        EIP712("PoUW-DEM FederatedCoordinator", "1")
    {
        if (genesis == 0 || graceTime == 0) revert BadRound();
        currentModel = genesis;
        grace = graceTime;
    }

    // ---- participants ----

    /// @notice Registers a participant whose attestation was verified, or renews it.
    function register(address who, bytes32 keyHash, bytes32 attestation, uint64 attestedUntil)
        external
        onlyRole(COORDINATOR_ROLE)
        whenNotPaused
    {
        if (attestedUntil <= block.timestamp) revert DeadlinePassed(attestedUntil);
        Participant storage p = participantOf[who];
        if (!p.active) ++activeCount;
        participantOf[who] = Participant(keyHash, attestation, attestedUntil, true, 0, 0);
        emit Registered(who, keyHash, attestation, attestedUntil);
    }

    /// @notice Ends a participation: one's own, or any by the coordinator.
    function deactivate(address who) external {
        if (msg.sender != who) _checkRole(COORDINATOR_ROLE);
        if (!participantOf[who].active) revert NotActive(who);
        _deactivate(who);
    }

    /// @notice Notes who committed nothing in a final round. A miss costs nothing; the third in a
    /// row ends the participation. Whoever forced a commit did not miss.
    function recordMissed(uint64 round, address[] calldata absent) external onlyRole(COORDINATOR_ROLE) {
        if (_rounds[round].status != Status.Final) revert WrongStatus(round, _rounds[round].status);
        for (uint256 i = 0; i < absent.length; ++i) {
            address who = absent[i];
            Participant storage p = participantOf[who];
            if (!p.active || p.lastMissed >= round) revert NotActive(who);
            if (forcedCommit[round][who] != 0) revert AlreadyCommitted(who);
            p.missed = p.lastMissed != 0 && previousFinal[round] == p.lastMissed ? p.missed + 1 : 1;
            p.lastMissed = round;
            if (p.missed >= MAX_MISSED) _deactivate(who);
        }
    }

    // ---- rounds ----

    /// @notice Opens the next round, from the current model.
    function openRound(bytes32 baseModel, uint64 deadline, uint32 minParticipants)
        external
        onlyRole(COORDINATOR_ROLE)
        whenNotPaused
        returns (uint64 round)
    {
        Status status = _rounds[lastRound].status;
        if (status == Status.Open || status == Status.Closing) revert WrongStatus(lastRound, status);
        if (baseModel != currentModel) revert WrongBase(currentModel, baseModel);
        if (deadline <= block.timestamp || minParticipants == 0 || minParticipants > activeCount) revert BadRound();
        round = ++lastRound;
        Round storage r = _rounds[round];
        (r.baseModel, r.deadline, r.minParticipants) = (baseModel, deadline, minParticipants);
        (r.registered, r.status) = (activeCount, Status.Open);
        emit RoundOpened(round, baseModel, deadline, minParticipants);
    }

    /// @notice Commits an update here, by an attested participant, until the deadline. The round
    /// cannot become final without it.
    function forceCommit(uint64 round, bytes32 updateHash) external {
        Round storage r = _in(round, Status.Open);
        if (block.timestamp > r.deadline) revert DeadlinePassed(r.deadline);
        Participant storage p = participantOf[msg.sender];
        if (!p.active || p.attestedUntil < block.timestamp) revert NotActive(msg.sender);
        if (updateHash == 0) revert BadRound();
        if (forcedCommit[round][msg.sender] != 0) revert AlreadyCommitted(msg.sender);
        forcedCommit[round][msg.sender] = updateHash;
        ++r.forced;
        ++r.unproven;
        emit CommitForced(round, msg.sender, updateHash);
    }

    /// @notice Closes a round after its deadline, within the grace period. It is final at once
    /// unless commits were forced; those must be proven first.
    /// @param included Leaves under `commitsRoot`.
    /// @param aggregate Hash of the aggregate that made the new model.
    function close(uint64 round, bytes32 newModel, bytes32 commitsRoot, uint32 included, bytes32 aggregate)
        external
        onlyRole(COORDINATOR_ROLE)
    {
        Round storage r = _in(round, Status.Open);
        if (block.timestamp <= r.deadline) revert TooEarly(r.deadline + 1);
        _checkGrace(r);
        if (newModel == 0 || commitsRoot == 0 || aggregate == 0) revert BadRound();
        uint32 least = r.minParticipants > r.forced ? r.minParticipants : r.forced;
        uint32 most = r.registered > r.forced ? r.registered : r.forced;
        if (included < least || included > most) revert WrongCount(included, least, most);
        (r.newModel, r.commitsRoot, r.aggregate, r.included) = (newModel, commitsRoot, aggregate, included);
        r.status = Status.Closing;
        emit RoundClosing(round, newModel, commitsRoot, included, r.unproven);
        if (r.unproven == 0) _finalize(round, r);
    }

    /// @notice Shows that a forced commit is under the root, by anyone. The last one makes the
    /// round final.
    function proveForced(uint64 round, address who, uint32 index, bytes32[] calldata path) external {
        Round storage r = _in(round, Status.Closing);
        _checkGrace(r);
        bytes32 updateHash = forcedCommit[round][who];
        if (updateHash == 0 || proven[round][who]) revert NotCommitted(who);
        if (!includes(round, who, updateHash, index, path)) revert NotCommitted(who);
        proven[round][who] = true;
        --r.unproven;
        emit CommitProven(round, who);
        if (r.unproven == 0) _finalize(round, r);
    }

    /// @notice Ends a round that did not become final in time, by anyone. The model stays.
    function abort(uint64 round) external {
        Round storage r = _rounds[round];
        if (r.status != Status.Open && r.status != Status.Closing) revert WrongStatus(round, r.status);
        if (block.timestamp <= r.deadline + grace) revert TooEarly(r.deadline + grace + 1);
        r.status = Status.Aborted;
        emit RoundAborted(round);
    }

    // ---- pause and views ----

    /// @notice Stops registrations and new rounds; a running round ends as it would have.
    function pause() external onlyRole(PAUSER_ROLE) {
        _pause();
    }

    function unpause() external onlyRole(DEFAULT_ADMIN_ROLE) {
        _unpause();
    }

    function roundOf(uint64 round) external view returns (Round memory) {
        return _rounds[round];
    }

    /// @notice What a participant signs for the coordinator.
    function commitDigest(uint64 round, bytes32 updateHash) external view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(COMMIT_TYPEHASH, round, updateHash)));
    }

    /// @notice Whether a commit is under the root of a round that was closed.
    function includes(uint64 round, address who, bytes32 updateHash, uint32 index, bytes32[] calldata path)
        public
        view
        returns (bool)
    {
        Round storage r = _rounds[round];
        bytes32 leaf = SumTree.leafOf(abi.encode(round, who, updateHash));
        return r.commitsRoot != 0 && SumTree.verifyPlace(r.commitsRoot, leaf, index, r.included, path);
    }

    // ---- inside ----

    function _in(uint64 round, Status status) private view returns (Round storage r) {
        r = _rounds[round];
        if (r.status != status) revert WrongStatus(round, r.status);
    }

    function _checkGrace(Round storage r) private view {
        if (block.timestamp > r.deadline + grace) revert DeadlinePassed(r.deadline + grace);
    }

    function _finalize(uint64 round, Round storage r) private {
        r.status = Status.Final;
        currentModel = r.newModel;
        previousFinal[round] = lastFinal;
        lastFinal = round;
        emit RoundFinal(round, r.newModel, r.included, r.registered > r.included ? r.registered - r.included : 0);
    }

    function _deactivate(address who) private {
        participantOf[who].active = false;
        --activeCount;
        emit Deactivated(who);
    }
}
