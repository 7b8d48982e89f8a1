// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {Test} from "forge-std/Test.sol";
import {Nullifiers} from "../src/Nullifiers.sol";
import {TaskAllocation} from "../src/TaskAllocation.sol";

/// A token with six decimals that anybody can mint, for tests.
contract Dollar is ERC20("Test dollar", "USDT6") {
    function decimals() public pure override returns (uint8) {
        return 6;
    }

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }
}

/// What the tests of several contracts share: actors, and tasks in one-leaf trees.
abstract contract Base is Test {
    address internal admin = makeAddr("admin");
    address internal recorder = makeAddr("recorder");
    address internal coordinator = makeAddr("coordinator");
    address internal arbiter = makeAddr("arbiter");
    address internal pauser = makeAddr("pauser");
    address internal worker = makeAddr("worker");
    address internal stranger = makeAddr("stranger");

    uint64 internal constant WORK_TIME = 1 hours;
    uint64 internal constant WINDOW = 1 days;

    Dollar internal dollar;
    Nullifiers internal nullifiers;
    TaskAllocation internal tasks;

    function setUpTasks() internal {
        vm.warp(1_790_000_000);
        dollar = new Dollar();
        nullifiers = new Nullifiers(admin, 2 days);
        tasks = new TaskAllocation(admin, 2 days, dollar, nullifiers, WORK_TIME, WINDOW);
        vm.startPrank(admin);
        nullifiers.grantRole(nullifiers.SPENDER_ROLE(), address(tasks));
        tasks.grantRole(tasks.RECORDER_ROLE(), recorder);
        tasks.grantRole(tasks.COORDINATOR_ROLE(), coordinator);
        tasks.grantRole(tasks.ARBITER_ROLE(), arbiter);
        tasks.grantRole(tasks.PAUSER_ROLE(), pauser);
        vm.stopPrank();
        fund(worker, 1e12);
        fund(stranger, 1e12);
    }

    function fund(address who, uint256 amount) internal {
        dollar.mint(who, amount);
        vm.prank(who);
        dollar.approve(address(tasks), type(uint256).max);
    }

    function spec(uint64 group, uint128 reward, bytes32 input) internal pure returns (TaskAllocation.Spec memory) {
        return TaskAllocation.Spec(group, 0, 1, reward, keccak256("spec"), input, keccak256("salt"));
    }

    /// The coordinator publishes one task alone in its group.
    function coordinatorTask(uint128 reward, uint128 bond, bytes32 input)
        internal
        returns (TaskAllocation.Spec memory s, bytes32 id)
    {
        s = spec(tasks.nextGroup(), reward, input);
        id = tasks.taskId(s);
        vm.prank(coordinator);
        tasks.createTasks(id, 1, bond, uint64(vm.getBlockTimestamp()) + 1 days);
    }

    /// Somebody from outside publishes one task with exactly its reward in escrow.
    function outsideTask(address owner, uint128 reward, uint128 bond, bytes32 input)
        internal
        returns (TaskAllocation.Spec memory s, bytes32 id)
    {
        s = spec(tasks.nextGroup(), reward, input);
        id = tasks.taskId(s);
        vm.prank(owner);
        tasks.submitTasks(id, 1, bond, uint64(vm.getBlockTimestamp()) + 1 days, reward);
    }

    function take(address who, TaskAllocation.Spec memory s) internal {
        vm.prank(who);
        tasks.accept(s, new bytes32[](0));
    }

    function complete(address who, TaskAllocation.Spec memory s, bytes32 result) internal returns (bytes32 id) {
        take(who, s);
        id = tasks.taskId(s);
        vm.prank(who);
        tasks.commitResult(id, result);
    }
}
