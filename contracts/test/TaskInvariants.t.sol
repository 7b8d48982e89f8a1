// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";
import {TaskAllocation} from "../src/TaskAllocation.sol";
import {Base, Dollar} from "./Base.sol";

/// Random batches and tasks, with its own account of what the contract must hold.
contract TaskHandler is Test {
    TaskAllocation public immutable tasks;
    Dollar public immutable dollar;
    address public immutable recorder;
    address public immutable coordinator;
    address public immutable arbiter;

    bytes32 public fold;
    uint64 public batches;
    uint256 public inside;
    uint256 public finals;
    uint256 public slashes;
    uint256 public expiries;
    address[4] public workers;
    TaskAllocation.Spec[] internal _specs;
    uint256[] internal _live;

    constructor(TaskAllocation t, Dollar d, address r, address c, address a) {
        (tasks, dollar, recorder, coordinator, arbiter) = (t, d, r, c, a);
        for (uint256 i = 0; i < 4; ++i) {
            workers[i] = address(uint160(0x2000 + i));
            d.mint(workers[i], 1e30);
            vm.prank(workers[i]);
            d.approve(address(t), type(uint256).max);
        }
    }

    function anchor(uint32 gap, bytes32 root) external {
        uint32 interval = tasks.lastInterval() + gap % 100 + 1;
        TaskAllocation.Batch memory b =
            TaskAllocation.Batch(tasks.nextBatch(), interval, 1, keccak256(abi.encode(root)), "f");
        vm.startPrank(recorder);
        tasks.anchor(b);
        tasks.anchor(b);
        vm.stopPrank();
        fold = keccak256(abi.encode(fold, tasks.commitment(b)));
        ++batches;
    }

    function open(bool minted, uint128 reward, uint128 bond, uint256 who) external {
        (reward, bond) = (reward % 1e9, bond % 1e9);
        TaskAllocation.Spec memory s =
            TaskAllocation.Spec(tasks.nextGroup(), 0, 1, reward, "s", keccak256(abi.encode(_specs.length)), "salt");
        address owner = minted ? coordinator : workers[who % 4];
        uint64 deadline = uint64(vm.getBlockTimestamp()) + 1 days;
        bytes32 root = tasks.taskId(s);
        vm.prank(owner);
        if (minted) {
            tasks.createTasks(root, 1, bond, deadline);
        } else {
            tasks.submitTasks(root, 1, bond, deadline, reward);
            inside += reward;
        }
        _specs.push(s);
    }

    function work(uint256 which, uint256 who, bool commits) external {
        if (_specs.length == 0) return;
        TaskAllocation.Spec memory s = _specs[which % _specs.length];
        (,, uint64 deadline,, uint128 bond, uint128 left, bool minted) = tasks.groupOf(s.group);
        bytes32 id = tasks.taskId(s);
        if (tasks.taskOf(id).status != TaskAllocation.Status.Open) return;
        if (vm.getBlockTimestamp() > deadline || (!minted && left < s.reward)) return;
        vm.startPrank(workers[who % 4]);
        tasks.accept(s, new bytes32[](0));
        if (commits) tasks.commitResult(id, "result");
        vm.stopPrank();
        inside += bond;
    }

    function end(uint256 which, uint256 how) external {
        if (_specs.length == 0) return;
        bytes32 id = tasks.taskId(_specs[which % _specs.length]);
        TaskAllocation.Task memory t = tasks.taskOf(id);
        uint256 at = vm.getBlockTimestamp();
        if (t.status == TaskAllocation.Status.Accepted && at > t.dueAt) {
            tasks.expire(id);
            ++expiries;
        } else if (t.status == TaskAllocation.Status.Committed && at >= t.finalAt) {
            tasks.finalize(id);
            ++finals;
        } else if (t.status == TaskAllocation.Status.Committed && how % 3 == 0) {
            vm.prank(arbiter);
            tasks.slash(id, workers[how % 4]);
            ++slashes;
        }
    }

    function withdraw(uint256 who) external {
        address from = who % 5 == 4 ? coordinator : workers[who % 4];
        uint256 amount = tasks.credit(from);
        if (amount == 0) return;
        vm.prank(from);
        tasks.withdraw();
        inside -= amount;
    }

    function reclaim(uint256 which) external {
        if (_specs.length == 0) return;
        uint64 group = _specs[which % _specs.length].group;
        (, address owner, uint64 deadline,,,,) = tasks.groupOf(group);
        if (vm.getBlockTimestamp() <= deadline) return;
        vm.prank(owner);
        tasks.reclaim(group);
    }

    function passTime(uint256 time) external {
        vm.warp(vm.getBlockTimestamp() + time % 8 hours);
    }

    /// Bonds of running tasks, escrow and credits: what the contract owes.
    function owed() external view returns (uint256 sum) {
        for (uint256 i = 0; i < 4; ++i) {
            sum += tasks.credit(workers[i]);
        }
        sum += tasks.credit(coordinator);
        for (uint256 i = 0; i < _specs.length; ++i) {
            (,,,,, uint128 left,) = tasks.groupOf(_specs[i].group);
            sum += left;
            TaskAllocation.Task memory t = tasks.taskOf(tasks.taskId(_specs[i]));
            if (t.status != TaskAllocation.Status.Accepted && t.status != TaskAllocation.Status.Committed) continue;
            sum += t.bond;
            if (!t.minted) sum += t.reward;
        }
    }
}

contract TaskInvariants is Base {
    TaskHandler internal handler;

    function setUp() public {
        setUpTasks();
        handler = new TaskHandler(tasks, dollar, recorder, coordinator, arbiter);
        targetContract(address(handler));
    }

    function invariant_HeadIsTheFoldAndIdsAreDense() public view {
        assertEq(tasks.head(), handler.fold());
        assertEq(tasks.nextBatch(), handler.batches() + 1);
    }

    function invariant_HoldsExactlyWhatItOwes() public view {
        assertEq(dollar.balanceOf(address(tasks)), handler.inside());
        assertEq(handler.owed(), handler.inside());
    }
}
