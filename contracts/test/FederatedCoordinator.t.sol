// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {Test} from "forge-std/Test.sol";
import {FederatedCoordinator as Federation} from "../src/FederatedCoordinator.sol";
import {Trees} from "./Trees.sol";

abstract contract FederationBase is Test {
    Federation internal federation;
    address internal coordinator = makeAddr("coordinator");
    address[5] internal members;

    function setUpFederation() internal {
        vm.warp(1_790_000_000);
        federation = new Federation(address(this), 2 days, "genesis", 1 hours);
        federation.grantRole(federation.COORDINATOR_ROLE(), coordinator);
        for (uint256 i = 0; i < 5; ++i) {
            members[i] = address(uint160(0x3000 + i));
            register(members[i]);
        }
    }

    function register(address who) internal {
        uint64 until = uint64(vm.getBlockTimestamp()) + 3650 days;
        vm.prank(coordinator);
        federation.register(who, "key", "quote", until);
    }

    function open(uint32 least) internal returns (uint64) {
        bytes32 base = federation.currentModel();
        vm.prank(coordinator);
        return federation.openRound(base, uint64(vm.getBlockTimestamp()) + 1 hours, least);
    }

    function leaves(uint64 round, uint256 n) internal view returns (bytes[] memory raw) {
        raw = new bytes[](n);
        for (uint256 i = 0; i < n; ++i) {
            raw[i] = abi.encode(round, members[i], update(i));
        }
    }

    function update(uint256 i) internal pure returns (bytes32) {
        return keccak256(abi.encode("update", i));
    }

    function close(uint64 round, uint32 n) internal {
        bytes32 root = Trees.placeRoot(leaves(round, n));
        vm.prank(coordinator);
        federation.close(round, keccak256(abi.encode(round)), root, n, "aggregate");
    }
}

contract FederatedCoordinatorTest is FederationBase {
    function setUp() public {
        setUpFederation();
    }

    function force(uint64 round, uint256 who) internal {
        vm.prank(members[who]);
        federation.forceCommit(round, update(who));
    }

    function statusOf(uint64 round) internal view returns (Federation.Status) {
        return federation.roundOf(round).status;
    }

    function test_ARoundBecomesTheNextModel() public {
        uint64 round = open(3);
        assertEq(round, 1);
        uint64 deadline = federation.roundOf(round).deadline;
        bytes32 root = Trees.placeRoot(leaves(round, 4));
        vm.expectRevert(abi.encodeWithSelector(Federation.TooEarly.selector, deadline + 1));
        vm.prank(coordinator);
        federation.close(round, "model", root, 4, "aggregate");
        skip(1 hours + 1);
        close(round, 4);
        assertEq(federation.currentModel(), keccak256(abi.encode(round)));
        assertTrue(federation.includes(round, members[2], update(2), 2, Trees.placePath(leaves(round, 4), 2)));
        assertFalse(federation.includes(round, members[2], update(3), 2, Trees.placePath(leaves(round, 4), 2)));
        assertEq(open(3), 2);
    }

    function test_ARoundStartsFromTheLastModelAndAlone() public {
        vm.expectRevert(abi.encodeWithSelector(Federation.WrongBase.selector, bytes32("genesis"), bytes32("other")));
        vm.prank(coordinator);
        federation.openRound("other", type(uint64).max, 3);
        open(3);
        vm.expectRevert(abi.encodeWithSelector(Federation.WrongStatus.selector, 1, Federation.Status.Open));
        vm.prank(coordinator);
        federation.openRound("genesis", type(uint64).max, 3);
    }

    function test_ACensoredParticipantForcesItsCommitIn() public {
        uint64 round = open(2);
        force(round, 0);
        force(round, 1);
        skip(1 hours + 1);
        close(round, 4);
        assertEq(uint8(statusOf(round)), uint8(Federation.Status.Closing));
        bytes32[] memory path = Trees.placePath(leaves(round, 4), 0);
        vm.expectRevert(abi.encodeWithSelector(Federation.NotCommitted.selector, members[1]));
        federation.proveForced(round, members[1], 0, path);
        federation.proveForced(round, members[0], 0, path);
        vm.expectRevert(abi.encodeWithSelector(Federation.NotCommitted.selector, members[0]));
        federation.proveForced(round, members[0], 0, path);
        federation.proveForced(round, members[1], 1, Trees.placePath(leaves(round, 4), 1));
        assertEq(uint8(statusOf(round)), uint8(Federation.Status.Final));
    }

    function test_AForcedCommitThatIsMissingVoidsTheRound() public {
        uint64 round = open(2);
        force(round, 4);
        skip(1 hours + 1);
        close(round, 3);
        uint64 end = federation.roundOf(round).deadline + 1 hours;
        vm.expectRevert(abi.encodeWithSelector(Federation.TooEarly.selector, end + 1));
        federation.abort(round);
        vm.warp(end + 1);
        bytes32[] memory path = Trees.placePath(leaves(round, 3), 0);
        vm.expectRevert(abi.encodeWithSelector(Federation.DeadlinePassed.selector, end));
        federation.proveForced(round, members[4], 0, path);
        vm.prank(makeAddr("anyone"));
        federation.abort(round);
        assertEq(federation.currentModel(), bytes32("genesis"));
        assertEq(open(2), 2);
        vm.expectRevert(abi.encodeWithSelector(Federation.WrongStatus.selector, 1, Federation.Status.Aborted));
        federation.abort(1);
    }

    function test_WhoJoinsAnOpenRoundCanStillForceACommit() public {
        for (uint256 i = 1; i < 5; ++i) {
            vm.prank(members[i]);
            federation.deactivate(members[i]);
        }
        uint64 round = open(1);
        register(members[1]);
        force(round, 0);
        force(round, 1);
        skip(1 hours + 1);
        close(round, 2);
        for (uint32 i = 0; i < 2; ++i) {
            federation.proveForced(round, members[i], i, Trees.placePath(leaves(round, 2), i));
        }
        assertEq(uint8(statusOf(round)), uint8(Federation.Status.Final));
    }

    function test_AnUnclosedRoundIsAbortedAndCannotCloseLate() public {
        uint64 round = open(2);
        skip(2 hours + 1);
        uint64 end = federation.roundOf(round).deadline + 1 hours;
        vm.expectRevert(abi.encodeWithSelector(Federation.DeadlinePassed.selector, end));
        vm.prank(coordinator);
        federation.close(round, "m", "r", 3, "a");
        federation.abort(round);
    }

    function test_ForcedCommitsAreOfAttestedParticipantsOnceInTime() public {
        uint64 round = open(2);
        vm.expectRevert(abi.encodeWithSelector(Federation.NotActive.selector, address(this)));
        federation.forceCommit(round, "x");
        vm.expectRevert(Federation.BadRound.selector);
        vm.prank(members[0]);
        federation.forceCommit(round, 0);
        force(round, 0);
        vm.expectRevert(abi.encodeWithSelector(Federation.AlreadyCommitted.selector, members[0]));
        force(round, 0);
        uint64 deadline = federation.roundOf(round).deadline;
        vm.warp(deadline + 1);
        vm.expectRevert(abi.encodeWithSelector(Federation.DeadlinePassed.selector, deadline));
        force(round, 1);
    }

    function test_AnAttestationRunsOut() public {
        uint64 until = uint64(vm.getBlockTimestamp()) + 60;
        vm.prank(coordinator);
        federation.register(members[0], "key", "quote", until);
        uint64 round = open(2);
        skip(61);
        vm.expectRevert(abi.encodeWithSelector(Federation.NotActive.selector, members[0]));
        force(round, 0);
        vm.expectRevert(abi.encodeWithSelector(Federation.DeadlinePassed.selector, until));
        vm.prank(coordinator);
        federation.register(members[0], "key", "quote", until);
    }

    function test_TheCountIsBetweenTheLeastAndAll() public {
        uint64 round = open(3);
        skip(1 hours + 1);
        vm.startPrank(coordinator);
        vm.expectRevert(abi.encodeWithSelector(Federation.WrongCount.selector, 2, 3, 5));
        federation.close(round, "m", "r", 2, "a");
        vm.expectRevert(abi.encodeWithSelector(Federation.WrongCount.selector, 6, 3, 5));
        federation.close(round, "m", "r", 6, "a");
        vm.expectRevert(Federation.BadRound.selector);
        federation.close(round, 0, "r", 3, "a");
    }

    function test_RoundsThatMakeNoSenseAreRefused() public {
        vm.startPrank(coordinator);
        vm.expectRevert(Federation.BadRound.selector);
        federation.openRound("genesis", type(uint64).max, 6);
        vm.expectRevert(Federation.BadRound.selector);
        federation.openRound("genesis", type(uint64).max, 0);
        vm.expectRevert(Federation.BadRound.selector);
        federation.openRound("genesis", 1, 2);
        vm.expectRevert(Federation.BadRound.selector);
        new Federation(address(this), 0, 0, 1);
    }

    function test_ThreeMissesInARowEndAParticipation() public {
        address[] memory absent = new address[](1);
        absent[0] = members[4];
        for (uint64 round = 1; round <= 4; ++round) {
            open(2);
            skip(1 hours + 1);
            close(round, 4);
            if (round == 2) continue;
            vm.prank(coordinator);
            federation.recordMissed(round, absent);
        }
        (,,, bool active, uint8 missed,) = federation.participantOf(members[4]);
        assertTrue(active, "a round between starts the count again");
        assertEq(missed, 2);
        vm.expectRevert(abi.encodeWithSelector(Federation.NotActive.selector, members[4]));
        vm.prank(coordinator);
        federation.recordMissed(4, absent);
        open(2);
        skip(1 hours + 1);
        close(5, 4);
        vm.prank(coordinator);
        federation.recordMissed(5, absent);
        assertEq(federation.activeCount(), 4);
        register(members[4]);
        assertEq(federation.activeCount(), 5);
    }

    function test_WhoForcedACommitDidNotMiss() public {
        uint64 round = open(1);
        force(round, 0);
        skip(1 hours + 1);
        close(round, 1);
        address[] memory absent = new address[](1);
        absent[0] = members[0];
        vm.expectRevert(abi.encodeWithSelector(Federation.WrongStatus.selector, 1, Federation.Status.Closing));
        vm.prank(coordinator);
        federation.recordMissed(round, absent);
        federation.proveForced(round, members[0], 0, new bytes32[](0));
        vm.expectRevert(abi.encodeWithSelector(Federation.AlreadyCommitted.selector, members[0]));
        vm.prank(coordinator);
        federation.recordMissed(round, absent);
    }

    function test_ParticipantsLeaveAndOnlyTheCoordinatorRemovesOthers() public {
        vm.prank(members[0]);
        federation.deactivate(members[0]);
        vm.expectRevert(abi.encodeWithSelector(Federation.NotActive.selector, members[0]));
        vm.prank(members[0]);
        federation.deactivate(members[0]);
        vm.expectRevert();
        vm.prank(members[2]);
        federation.deactivate(members[1]);
        vm.prank(coordinator);
        federation.deactivate(members[1]);
        assertEq(federation.activeCount(), 3);
    }

    function test_PauseStopsNewRoundsAndARunningOneEnds() public {
        uint64 round = open(3);
        federation.grantRole(federation.PAUSER_ROLE(), address(this));
        federation.pause();
        skip(1 hours + 1);
        close(round, 3);
        bytes32 base = federation.currentModel();
        vm.expectRevert(Pausable.EnforcedPause.selector);
        vm.prank(coordinator);
        federation.openRound(base, type(uint64).max, 3);
        federation.unpause();
        open(3);
    }

    function test_ACommitOfAnotherRoundOrChainHasAnotherDigest() public {
        bytes32 digest = federation.commitDigest(1, "u");
        assertNotEq(digest, federation.commitDigest(2, "u"));
        vm.chainId(137);
        assertNotEq(digest, federation.commitDigest(1, "u"));
    }

    function testFuzz_OnlyWhatIsUnderTheRootCounts(uint256 n, uint256 i, bytes32 other) public {
        n = n % 3 + 3;
        i = i % n;
        uint64 round = open(2);
        skip(1 hours + 1);
        close(round, uint32(n));
        bytes32[] memory path = Trees.placePath(leaves(round, n), i);
        assertTrue(federation.includes(round, members[i], update(i), uint32(i), path));
        assertEq(federation.includes(round, members[i], other, uint32(i), path), other == update(i));
    }
}

/// Random rounds, forced commits and departures.
contract FederationHandler is FederationBase {
    bytes32 public model = "genesis";
    uint256 public finals;
    uint256 public aborts;
    uint256 public active = 5;
    bool public tooFew;
    uint256 internal _opened;

    function begin() external {
        setUpFederation();
    }

    function target() external view returns (Federation) {
        return federation;
    }

    function openNext(uint32 least) external {
        Federation.Status s = federation.roundOf(federation.lastRound()).status;
        if (s == Federation.Status.Open || s == Federation.Status.Closing || active == 0) return;
        open(least % uint32(active) + 1);
    }

    function force(uint256 who) external {
        uint64 round = federation.lastRound();
        Federation.Round memory r = federation.roundOf(round);
        address m = members[who % 5];
        (,,, bool isActive,,) = federation.participantOf(m);
        if (r.status != Federation.Status.Open || vm.getBlockTimestamp() > r.deadline || !isActive) return;
        if (federation.forcedCommit(round, m) != 0) return;
        vm.prank(m);
        federation.forceCommit(round, update(who % 5));
    }

    function end(uint32 n) external {
        uint64 round = federation.lastRound();
        Federation.Round memory r = federation.roundOf(round);
        uint256 time = vm.getBlockTimestamp();
        if (r.status != Federation.Status.Open || time <= r.deadline || time > r.deadline + 1 hours) return;
        uint32 least = r.minParticipants > r.forced ? r.minParticipants : r.forced;
        uint32 most = r.registered > r.forced ? r.registered : r.forced;
        close(round, least + n % (most - least + 1));
        note(round);
    }

    function prove(uint256 who) external {
        uint64 round = federation.lastRound();
        Federation.Round memory r = federation.roundOf(round);
        if (r.status != Federation.Status.Closing) return;
        who = who % 5;
        try federation.proveForced(
            round,
            members[who],
            uint32(who),
            who < r.included ? Trees.placePath(leaves(round, r.included), who) : new bytes32[](0)
        ) {
            note(round);
        } catch {}
    }

    function abort() external {
        uint64 round = federation.lastRound();
        Federation.Round memory r = federation.roundOf(round);
        if (r.status != Federation.Status.Open && r.status != Federation.Status.Closing) return;
        if (vm.getBlockTimestamp() <= r.deadline + 1 hours) return;
        federation.abort(round);
        ++aborts;
    }

    function comeOrGo(uint256 who) external {
        address m = members[who % 5];
        (,,, bool isActive,,) = federation.participantOf(m);
        if (!isActive) {
            register(m);
            ++active;
        } else {
            vm.prank(m);
            federation.deactivate(m);
            --active;
        }
    }

    function passTime(uint256 time) external {
        vm.warp(vm.getBlockTimestamp() + time % 70 minutes);
    }

    function note(uint64 round) internal {
        Federation.Round memory r = federation.roundOf(round);
        if (r.status != Federation.Status.Final) return;
        ++finals;
        if (r.baseModel != model || r.included < r.minParticipants || r.unproven != 0) tooFew = true;
        model = r.newModel;
    }
}

contract FederationInvariants is FederationBase {
    FederationHandler internal handler;

    function setUp() public {
        handler = new FederationHandler();
        handler.begin();
        federation = handler.target();
        targetContract(address(handler));
        bytes4[] memory only = new bytes4[](7);
        only[0] = FederationHandler.openNext.selector;
        only[1] = FederationHandler.force.selector;
        only[2] = FederationHandler.end.selector;
        only[3] = FederationHandler.prove.selector;
        only[4] = FederationHandler.abort.selector;
        only[5] = FederationHandler.comeOrGo.selector;
        only[6] = FederationHandler.passTime.selector;
        targetSelector(FuzzSelector(address(handler), only));
    }

    function invariant_ModelsFormAChainOfFullRounds() public view {
        assertEq(federation.currentModel(), handler.model());
        assertFalse(handler.tooFew());
        assertEq(federation.activeCount(), handler.active());
    }

    function afterInvariant() public view {
        assertGt(federation.lastRound(), 0, "no round was opened");
    }
}
