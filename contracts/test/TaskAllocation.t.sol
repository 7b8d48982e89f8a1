// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {Nullifiers} from "../src/Nullifiers.sol";
import {TaskAllocation} from "../src/TaskAllocation.sol";
import {Base} from "./Base.sol";

contract DecisionsTest is Base {
    function setUp() public {
        setUpTasks();
    }

    function batch(uint64 id, uint32 interval) internal pure returns (TaskAllocation.Batch memory) {
        return TaskAllocation.Batch(id, interval, 2, keccak256(abi.encode(id, interval)), "file");
    }

    function record(TaskAllocation.Batch memory b) internal returns (bool) {
        vm.prank(recorder);
        return tasks.anchor(b);
    }

    function test_HeadIsTheFoldOfCommitments() public {
        bytes32 head = 0;
        for (uint64 id = 1; id <= 5; ++id) {
            TaskAllocation.Batch memory b = batch(id, 100 + uint32(id));
            assertTrue(record(b));
            head = keccak256(abi.encode(head, tasks.commitment(b)));
        }
        assertEq(tasks.head(), head);
        assertEq(tasks.nextBatch(), 6);
    }

    function test_TheSameBatchAgainChangesNothing() public {
        record(batch(1, 100));
        record(batch(2, 101));
        bytes32 head = tasks.head();
        assertFalse(record(batch(1, 100)));
        assertEq(tasks.head(), head);
        assertEq(tasks.nextBatch(), 3);
    }

    function test_AnotherBatchUnderAUsedIdIsRefused() public {
        record(batch(1, 100));
        vm.expectRevert(abi.encodeWithSelector(TaskAllocation.OutOfOrder.selector, 2, 1));
        record(batch(1, 101));
    }

    function test_IdsAreDense() public {
        vm.expectRevert(abi.encodeWithSelector(TaskAllocation.OutOfOrder.selector, 1, 2));
        record(batch(2, 100));
        vm.expectRevert(abi.encodeWithSelector(TaskAllocation.OutOfOrder.selector, 1, 0));
        record(batch(0, 100));
    }

    function test_AnIntervalIsNotRecordedTwice() public {
        record(batch(1, 100));
        vm.expectRevert(abi.encodeWithSelector(TaskAllocation.IntervalNotNew.selector, 100, 100));
        record(batch(2, 100));
    }

    function test_AnEmptyIntervalHasTheDefinedRootAndOnlyThat() public {
        bytes32 empty = tasks.EMPTY_ROOT();
        TaskAllocation.Batch memory b = TaskAllocation.Batch(1, 100, 0, "other", "file");
        vm.expectRevert(abi.encodeWithSelector(TaskAllocation.BadRoot.selector, bytes32("other"), 0));
        record(b);
        b = TaskAllocation.Batch(1, 100, 1, empty, "file");
        vm.expectRevert(abi.encodeWithSelector(TaskAllocation.BadRoot.selector, empty, 1));
        record(b);
        b = TaskAllocation.Batch(1, 100, 1, 0, "file");
        vm.expectRevert(abi.encodeWithSelector(TaskAllocation.BadRoot.selector, bytes32(0), 1));
        record(b);
        b = TaskAllocation.Batch(1, 100, 0, empty, "file");
        assertTrue(record(b));
        assertFalse(tasks.includes(b, "x", new bytes32[](0)));
    }

    function test_OnlyTheRecorderRecords() public {
        bytes memory refusal = abi.encodeWithSelector(
            IAccessControl.AccessControlUnauthorizedAccount.selector, stranger, tasks.RECORDER_ROLE()
        );
        vm.expectRevert(refusal);
        vm.prank(stranger);
        tasks.anchor(batch(1, 100));
        vm.expectRevert(refusal);
        vm.prank(stranger);
        tasks.anchorMany(new TaskAllocation.Batch[](1));
    }

    function test_ManyAreRecordedInOrderPastThoseKnown() public {
        record(batch(1, 100));
        TaskAllocation.Batch[] memory many = new TaskAllocation.Batch[](3);
        for (uint64 i = 0; i < 3; ++i) {
            many[i] = batch(i + 1, 100 + uint32(i));
        }
        vm.prank(recorder);
        tasks.anchorMany(many);
        assertEq(tasks.nextBatch(), 4);
    }

    function test_PauseDoesNotStopTheRecord() public {
        vm.prank(pauser);
        tasks.pause();
        assertTrue(record(batch(1, 100)));
    }

    function test_RecorderThatLostItsRoleIsRefused() public {
        bytes32 role = tasks.RECORDER_ROLE();
        vm.prank(admin);
        tasks.revokeRole(role, recorder);
        vm.expectRevert();
        record(batch(1, 100));
    }

    function test_ADecisionIsProvenAndAnAlteredOneIsNot() public {
        bytes32 a = keccak256(bytes.concat(keccak256("decision a")));
        bytes32 b = keccak256(bytes.concat(keccak256("decision b")));
        bytes32 root = a < b ? keccak256(abi.encode(a, b)) : keccak256(abi.encode(b, a));
        TaskAllocation.Batch memory one = TaskAllocation.Batch(1, 100, 2, root, "file");
        record(one);
        bytes32[] memory proof = new bytes32[](1);
        proof[0] = b;
        assertTrue(tasks.includes(one, "decision a", proof));
        assertFalse(tasks.includes(one, "decision c", proof));
        one.count = 3;
        assertFalse(tasks.includes(one, "decision a", proof), "the batch must be the recorded one");
    }

    function test_AnInnerNodeIsNoDecision() public {
        bytes32 a = keccak256(bytes.concat(keccak256("a")));
        bytes32 b = keccak256(bytes.concat(keccak256("b")));
        bytes memory pair = a < b ? abi.encode(a, b) : abi.encode(b, a);
        TaskAllocation.Batch memory one = TaskAllocation.Batch(1, 100, 2, keccak256(pair), "file");
        record(one);
        assertFalse(tasks.includes(one, pair, new bytes32[](0)));
    }
}

contract TasksTest is Base {
    uint128 internal constant REWARD = 50e6;
    uint128 internal constant BOND = 10e6;

    function setUp() public {
        setUpTasks();
    }

    function test_AnOutsideTaskIsPaidFromItsEscrow() public {
        (TaskAllocation.Spec memory s, bytes32 id) = outsideTask(stranger, REWARD, BOND, "in");
        complete(worker, s, "result");
        skip(WINDOW);
        tasks.finalize(id);
        uint256 before = dollar.balanceOf(worker);
        vm.prank(worker);
        tasks.withdraw();
        assertEq(dollar.balanceOf(worker) - before, REWARD + BOND);
        assertTrue(nullifiers.paid(tasks.taskOf(id).digest));
    }

    function test_ACoordinatorTaskReturnsTheBondAndPaysNothingHere() public {
        (TaskAllocation.Spec memory s, bytes32 id) = coordinatorTask(REWARD, BOND, "in");
        complete(worker, s, "result");
        skip(WINDOW);
        tasks.finalize(id);
        assertEq(tasks.credit(worker), BOND);
        assertFalse(nullifiers.paid(tasks.taskOf(id).digest));
        assertTrue(tasks.taskOf(id).minted);
    }

    function test_OnlyTheCoordinatorCreatesTasksThatMint() public {
        vm.expectRevert(
            abi.encodeWithSelector(
                IAccessControl.AccessControlUnauthorizedAccount.selector, worker, tasks.COORDINATOR_ROLE()
            )
        );
        vm.prank(worker);
        tasks.createTasks("root", 1, BOND, type(uint64).max);
    }

    function test_TheSameWorkListedTwiceIsPaidOnce() public {
        (TaskAllocation.Spec memory a, bytes32 first) = outsideTask(stranger, REWARD, BOND, "in");
        (TaskAllocation.Spec memory b, bytes32 second) = outsideTask(stranger, REWARD, BOND, "in");
        complete(worker, a, "result");
        complete(worker, b, "result");
        skip(WINDOW);
        tasks.finalize(first);
        bytes32 digest = tasks.taskOf(first).digest;
        vm.expectRevert(abi.encodeWithSelector(Nullifiers.AlreadyPaid.selector, digest));
        tasks.finalize(second);
    }

    function test_CopyingTheCoordinatorsTaskDoesNotSpendIt() public {
        (TaskAllocation.Spec memory theirs, bytes32 a) = coordinatorTask(REWARD, BOND, "in");
        (TaskAllocation.Spec memory copy, bytes32 b) = outsideTask(stranger, 1, 0, "in");
        take(worker, theirs);
        take(stranger, copy);
        assertNotEq(tasks.taskOf(a).digest, tasks.taskOf(b).digest);
    }

    function test_ATaskOutsideItsGroupIsRefused() public {
        (TaskAllocation.Spec memory s,) = coordinatorTask(REWARD, BOND, "in");
        s.reward = REWARD + 1;
        bytes32 id = tasks.taskId(s);
        vm.expectRevert(abi.encodeWithSelector(TaskAllocation.NotInGroup.selector, id));
        take(worker, s);
        s.reward = REWARD;
        s.index = 1;
        id = tasks.taskId(s);
        vm.expectRevert(abi.encodeWithSelector(TaskAllocation.NotInGroup.selector, id));
        take(worker, s);
    }

    function test_ATaskIsAcceptedOnceAndInTime() public {
        (TaskAllocation.Spec memory s, bytes32 id) = coordinatorTask(REWARD, BOND, "in");
        take(worker, s);
        vm.expectRevert(abi.encodeWithSelector(TaskAllocation.WrongStatus.selector, id, TaskAllocation.Status.Accepted));
        take(stranger, s);

        (s,) = coordinatorTask(REWARD, BOND, "late");
        uint64 deadline = uint64(vm.getBlockTimestamp()) + 1 days;
        skip(1 days + 1);
        vm.expectRevert(abi.encodeWithSelector(TaskAllocation.DeadlinePassed.selector, deadline));
        take(worker, s);
    }

    function test_AnotherWorkerCannotCommit() public {
        (TaskAllocation.Spec memory s, bytes32 id) = coordinatorTask(REWARD, BOND, "in");
        take(worker, s);
        vm.expectRevert(abi.encodeWithSelector(TaskAllocation.NotTheWorker.selector, worker));
        vm.prank(stranger);
        tasks.commitResult(id, "stolen");
    }

    function test_AResultIsCommittedOnceInTimeAndNotEmpty() public {
        (TaskAllocation.Spec memory s, bytes32 id) = coordinatorTask(REWARD, BOND, "in");
        take(worker, s);
        vm.startPrank(worker);
        vm.expectRevert(abi.encodeWithSelector(TaskAllocation.BadRoot.selector, bytes32(0), 0));
        tasks.commitResult(id, 0);
        uint256 now_ = vm.getBlockTimestamp();
        vm.warp(now_ + WORK_TIME + 1);
        vm.expectRevert(abi.encodeWithSelector(TaskAllocation.DeadlinePassed.selector, now_ + WORK_TIME));
        tasks.commitResult(id, "late");
        vm.warp(now_ + WORK_TIME);
        tasks.commitResult(id, "one");
        vm.expectRevert(
            abi.encodeWithSelector(TaskAllocation.WrongStatus.selector, id, TaskAllocation.Status.Committed)
        );
        tasks.commitResult(id, "two");
    }

    function test_ExpiryTakesTheBondAndOpensTheTaskAgain() public {
        (TaskAllocation.Spec memory s, bytes32 id) = outsideTask(stranger, REWARD, BOND, "in");
        take(worker, s);
        vm.expectRevert(
            abi.encodeWithSelector(TaskAllocation.TooEarly.selector, vm.getBlockTimestamp() + WORK_TIME + 1)
        );
        tasks.expire(id);
        skip(WORK_TIME + 1);
        tasks.expire(id);
        assertEq(tasks.credit(stranger), BOND);
        take(worker, s);
        vm.expectRevert(
            abi.encodeWithSelector(TaskAllocation.WrongStatus.selector, bytes32("none"), TaskAllocation.Status.Open)
        );
        tasks.expire("none");
    }

    function test_ASlashedWorkerPaysChallengerAndOwner() public {
        (TaskAllocation.Spec memory s, bytes32 id) = outsideTask(stranger, REWARD, BOND + 1, "in");
        complete(worker, s, "wrong");
        address challenger = makeAddr("challenger");
        vm.prank(arbiter);
        tasks.slash(id, challenger);
        assertEq(tasks.credit(challenger), BOND / 2);
        assertEq(tasks.credit(stranger), BOND / 2 + 1);
        assertEq(tasks.credit(worker), 0);
        skip(2 days);
        vm.expectRevert(abi.encodeWithSelector(TaskAllocation.WrongStatus.selector, id, TaskAllocation.Status.Slashed));
        tasks.finalize(id);
        vm.prank(stranger);
        tasks.reclaim(s.group);
        assertEq(tasks.credit(stranger), BOND / 2 + 1 + REWARD);
    }

    function test_OnlyTheArbiterSlashesAndOnlyInTheWindow() public {
        (TaskAllocation.Spec memory s, bytes32 id) = coordinatorTask(REWARD, BOND, "in");
        vm.expectRevert();
        vm.prank(arbiter);
        tasks.slash(id, arbiter);
        complete(worker, s, "right");
        vm.expectRevert();
        vm.prank(stranger);
        tasks.slash(id, stranger);
        uint64 finalAt = tasks.taskOf(id).finalAt;
        vm.warp(finalAt);
        vm.expectRevert(abi.encodeWithSelector(TaskAllocation.DeadlinePassed.selector, finalAt));
        vm.prank(arbiter);
        tasks.slash(id, arbiter);
    }

    function test_AResultIsNotFinalInTheWindow() public {
        (TaskAllocation.Spec memory s, bytes32 id) = coordinatorTask(REWARD, BOND, "in");
        vm.expectRevert(abi.encodeWithSelector(TaskAllocation.WrongStatus.selector, id, TaskAllocation.Status.Open));
        tasks.finalize(id);
        complete(worker, s, "result");
        vm.expectRevert(abi.encodeWithSelector(TaskAllocation.TooEarly.selector, tasks.taskOf(id).finalAt));
        tasks.finalize(id);
    }

    function test_EscrowCannotBeReclaimedWhileOwed() public {
        (TaskAllocation.Spec memory s, bytes32 id) = outsideTask(stranger, REWARD, BOND, "in");
        complete(worker, s, "result");
        uint256 openAt = vm.getBlockTimestamp() + 1 days + 1;
        vm.startPrank(stranger);
        vm.expectRevert(abi.encodeWithSelector(TaskAllocation.TooEarly.selector, openAt));
        tasks.reclaim(s.group);
        vm.warp(openAt);
        tasks.reclaim(s.group);
        assertEq(tasks.credit(stranger), 0, "the reward is held for the worker");
        tasks.finalize(id);
        vm.stopPrank();
        vm.expectRevert(abi.encodeWithSelector(TaskAllocation.NotTheOwner.selector, stranger));
        vm.prank(worker);
        tasks.reclaim(s.group);
    }

    function test_ARewardAboveTheEscrowIsRefused() public {
        TaskAllocation.Spec memory s = spec(tasks.nextGroup(), REWARD, "in");
        bytes32 root = tasks.taskId(s);
        vm.prank(stranger);
        tasks.submitTasks(root, 1, BOND, type(uint64).max, REWARD - 1);
        vm.expectRevert(abi.encodeWithSelector(TaskAllocation.BudgetExceeded.selector, REWARD, REWARD - 1));
        take(worker, s);
    }

    function test_GroupsWithoutRootCountOrFutureAreRefused() public {
        vm.startPrank(coordinator);
        vm.expectRevert(TaskAllocation.BadGroup.selector);
        tasks.createTasks(0, 1, 0, type(uint64).max);
        vm.expectRevert(TaskAllocation.BadGroup.selector);
        tasks.createTasks("root", 0, 0, type(uint64).max);
        vm.expectRevert(TaskAllocation.BadGroup.selector);
        tasks.createTasks("root", 1, 0, uint64(vm.getBlockTimestamp()));
        vm.expectRevert(TaskAllocation.BadGroup.selector);
        new TaskAllocation(admin, 0, dollar, nullifiers, 0, 1);
    }

    function test_PauseStopsNewRiskAndNoExit() public {
        (TaskAllocation.Spec memory s, bytes32 id) = outsideTask(stranger, REWARD, BOND, "in");
        take(worker, s);
        (TaskAllocation.Spec memory next,) = coordinatorTask(REWARD, BOND, "next");
        vm.prank(pauser);
        tasks.pause();
        vm.expectRevert(Pausable.EnforcedPause.selector);
        take(worker, next);
        vm.expectRevert(Pausable.EnforcedPause.selector);
        vm.prank(stranger);
        tasks.submitTasks("root", 1, BOND, type(uint64).max, REWARD);
        vm.prank(worker);
        tasks.commitResult(id, "result");
        skip(WINDOW);
        tasks.finalize(id);
        vm.prank(worker);
        tasks.withdraw();
        vm.expectRevert();
        vm.prank(pauser);
        tasks.unpause();
        vm.prank(admin);
        tasks.unpause();
    }

    function test_NothingIsWithdrawnTwice() public {
        vm.expectRevert(TaskAllocation.NothingToWithdraw.selector);
        vm.prank(worker);
        tasks.withdraw();
    }
}
