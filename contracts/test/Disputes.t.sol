// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {BusOpening} from "../src/BusOpening.sol";
import {GridOptimizationRewards as Rewards} from "../src/GridOptimizationRewards.sol";
import {PowerFlow} from "../src/PowerFlow.sol";
import {SumTree} from "../src/SumTree.sol";
import {TaskAllocation} from "../src/TaskAllocation.sol";
import {RewardsBase} from "./RewardsBase.sol";
import {Trees} from "./Trees.sol";

contract DisputesTest is RewardsBase {
    function setUp() public {
        setUpRewards();
    }

    function bus(uint32 i) internal view returns (PowerFlow.Bus memory) {
        return abi.decode(buses[i], (PowerFlow.Bus));
    }

    function falls(uint32 i) internal {
        (TaskAllocation.Spec memory s, bytes32 id) = committedTask("wrong");
        BusOpening.Opening memory o = opening(i);
        uint256 before = tasks.credit(challenger);
        vm.prank(challenger);
        rewards.dispute(s, o);
        (Rewards.Verdict verdict,) = rewards.judgementOf(id);
        assertEq(uint8(verdict), uint8(Rewards.Verdict.Wrong));
        assertEq(tasks.credit(challenger) - before, BOND / 2);
        assertEq(uint8(tasks.taskOf(id).status), uint8(TaskAllocation.Status.Slashed));
    }

    function stands(uint32 i) internal {
        (TaskAllocation.Spec memory s,) = committedTask("right");
        BusOpening.Opening memory o = opening(i);
        vm.expectRevert(abi.encodeWithSelector(Rewards.SolutionHolds.selector, i));
        rewards.dispute(s, o);
    }

    function test_ACorrectSolutionSurvivesEveryChallenge() public {
        for (uint32 i = 0; i < 3; ++i) {
            stands(i);
        }
    }

    function test_ARotatedSolutionFallsAtTheReference() public {
        for (uint256 i = 0; i < 3; ++i) {
            (,, int64 e, int64 f, uint8 limit) = abi.decode(voltages[i], (uint256, uint256, int64, int64, uint8));
            voltages[i] = voltage(i, e / 5 * 4 - f / 5 * 3, e / 5 * 3 + f / 5 * 4, limit);
        }
        stands(1);
        stands(2);
        falls(0);
    }

    function test_AWrongVoltageAtAGeneratorFalls() public {
        PowerFlow.Bus memory b = bus(1);
        b.vSet += 2e6;
        buses[1] = abi.encode(b);
        falls(1);
        b.vSet -= 4e6;
        buses[1] = abi.encode(b);
        falls(1);
    }

    function test_ABrokenReactiveLimitFallsAtGeneratorAndReference() public {
        for (uint32 i = 0; i < 2; ++i) {
            PowerFlow.Bus memory b = bus(i);
            b.qMax = b.q - 2e6;
            buses[i] = abi.encode(b);
            falls(i);
            (b.qMax, b.qMin) = (b.q + 4e6, b.q + 2e6);
            buses[i] = abi.encode(b);
            falls(i);
        }
    }

    function test_ALimitedGeneratorIsAtItsLimitAndOnTheRightSide() public {
        PowerFlow.Bus memory b = bus(1);
        for (uint8 limit = 1; limit <= 2; ++limit) {
            voltages[1] = voltage(1, 1.02e10 - 1e6, -0.01e10, limit);
            int64 side = limit == 1 ? int64(1) : int64(-1);
            (b.qMin, b.qMax) = limit == 1 ? (b.q - 1e10, b.q) : (b.q, b.q + 1e10);
            b.vSet = 1.02004902e10 + side * 0.01e10;
            buses[1] = abi.encode(b);
            stands(1);
            b.vSet = 1.02004902e10 - side * 0.01e10;
            buses[1] = abi.encode(b);
            falls(1);
            b.vSet = 1.02004902e10 + side * 0.01e10;
            (b.qMin, b.qMax) = (b.qMin - 2e6, b.qMax + 2e6);
            buses[1] = abi.encode(b);
            falls(1);
        }
    }

    function test_OnlyAGeneratorIsLimited() public {
        voltages[2] = voltage(2, 0.97e10, -0.04e10, 1);
        falls(2);
        makeCase();
        voltages[0] = voltage(0, E, 0, 2);
        falls(0);
    }

    function test_AWrongBalanceFallsAtEveryKindOfBus() public {
        for (uint32 i = 1; i < 3; ++i) {
            PowerFlow.Bus memory b = bus(i);
            b.p += 1e6 + 2;
            buses[i] = abi.encode(b);
            falls(i);
        }
        makeCase();
        PowerFlow.Bus memory load = bus(2);
        load.q -= 1e6 + 2;
        buses[2] = abi.encode(load);
        falls(2);
    }

    function test_AVoltageOutsideItsBandFalls() public {
        PowerFlow.Bus memory b = bus(2);
        b.vMin = 0.98e10;
        buses[2] = abi.encode(b);
        falls(2);
        (b.vMin, b.vMax) = (0.9e10, 0.95e10);
        buses[2] = abi.encode(b);
        falls(2);
    }

    function test_AMalformedLeafFallsWhereverItIsOpened() public {
        int256 e = 1.02e10 - 1e6;
        int256 f = -0.01e10;
        bytes[8] memory bad = [
            bytes("not a leaf"),
            abi.encode(1, 3, e, f),
            abi.encode(1, 3, e, f, 0, 0),
            abi.encode(2, 3, e, f, 0),
            abi.encode(1, 4, e, f, 0),
            abi.encode(1, 3, e, f, 3),
            abi.encode(1, 3, int256(type(int64).max) + 1, f, 0),
            abi.encode(1, 3, e, int256(type(int64).min) - 1, 0)
        ];
        for (uint256 i = 0; i < bad.length; ++i) {
            voltages[1] = bad[i];
            falls(1);
            falls(2);
        }
        voltages[1] = abi.encode(1, 3, e, f, 0);
        stands(1);
        stands(2);
    }

    function test_OpeningsThatAreNotTheTasksOwnAreRefused() public {
        (TaskAllocation.Spec memory s,) = committedTask("right");
        BusOpening.Opening memory o = opening(1);
        o.bus.p += 1e10;
        vm.expectRevert(abi.encodeWithSelector(BusOpening.NotInInput.selector, 1));
        rewards.dispute(s, o);
        o = opening(1);
        o.busPath = new bytes32[](o.busPath.length + 1);
        for (uint256 i = 0; i + 1 < o.busPath.length; ++i) {
            o.busPath[i] = Trees.placePath(buses, 1)[i];
        }
        vm.expectRevert(abi.encodeWithSelector(BusOpening.NotInInput.selector, 1));
        rewards.dispute(s, o);
        o = opening(1);
        o.voltages[2] = voltage(2, E, 0, 0);
        vm.expectRevert(abi.encodeWithSelector(BusOpening.NotInResult.selector, 2));
        rewards.dispute(s, o);
        o = opening(1);
        o.paths = new bytes32[][](1);
        vm.expectRevert(abi.encodeWithSelector(BusOpening.NotInResult.selector, 1));
        rewards.dispute(s, o);
        s.kind = 2;
        vm.expectRevert(abi.encodeWithSelector(Rewards.WrongKind.selector, 2));
        rewards.dispute(s, o);
    }

    function test_ACaseThatRoundingAloneCouldBreakIsNotDisputable() public {
        PowerFlow.Bus memory b = bus(2);
        PowerFlow.Bus[4] memory bad = [bus(2), bus(2), bus(2), bus(2)];
        bad[0].b = -2.5e15;
        bad[1].vMax = 2e10 + 1;
        bad[2].kind = 4;
        bad[3].row = new PowerFlow.Neighbour[](65);
        for (uint256 i = 0; i < 4; ++i) {
            buses[2] = abi.encode(bad[i]);
            (TaskAllocation.Spec memory s,) = committedTask("odd");
            BusOpening.Opening memory o = opening(1);
            o.bus = bad[i];
            o.busPath = Trees.placePath(buses, 2);
            vm.expectRevert(abi.encodeWithSelector(BusOpening.NotDisputable.selector, b.index));
            rewards.dispute(s, o);
        }
    }

    function test_WorkFoundWrongAfterItsWindowIsNotPaidAndItsProposalFalls() public {
        voltages[2] = voltage(2, 0.98e10, -0.04e10, 0);
        (TaskAllocation.Spec memory s, bytes32 id) = finalTask("late");
        Rewards.Leaf[] memory list = one(workLeaf(yesterday(), 0, id));
        propose(list);
        uint256 proposed = vm.snapshotState();
        rewards.dispute(s, opening(2));
        SumTree.Node[] memory path = pathOf(list, 0);
        vm.prank(challenger);
        rewards.challengeLeaf(list[0].epoch, list[0], path);
        assertEq(rewards.credit(challenger), 50e6);
        vm.revertToState(proposed);
        skip(WINDOW);
        rewards.finalize(list[0].epoch);
        rewards.dispute(s, opening(2));
        bytes memory judged = abi.encodeWithSelector(Rewards.Judged.selector, id, Rewards.Verdict.Wrong);
        vm.expectRevert(judged);
        rewards.claim(list[0], path);
        BusOpening.Opening memory again = opening(2);
        vm.expectRevert(judged);
        rewards.dispute(s, again);
    }

    function testFuzz_SolutionsStandAndErrorsBeyondToleranceFall(int256[4] memory shift, int64 off) public {
        for (uint256 i = 1; i < 3; ++i) {
            int64 e = 1e10 + int64(shift[2 * i - 2] % 0.05e10);
            int64 f = int64(shift[2 * i - 1] % 0.1e10);
            voltages[i] = voltage(i, e, f, 0);
        }
        for (uint32 i = 0; i < 3; ++i) {
            PowerFlow.Bus memory b = busOf(i);
            (b.vMin, b.vMax) = (0.5e10, 1.5e10);
            buses[i] = abi.encode(b);
        }
        stands(2);
        PowerFlow.Bus memory load = bus(2);
        off = off % 1e9;
        load.p += off;
        buses[2] = abi.encode(load);
        if (off > 1e6 + 1 || off < -1e6 - 1) falls(2);
        else if (off < 1e6 - 1 && off > -1e6 + 1) stands(2);
    }
}

/// A network that the program's own Newton solved, one machine at its limit.
contract SolvedNetworkTest is RewardsBase {
    function setUp() public {
        setUpRewards();
        string memory json = vm.readFile("testdata/power_flow.json");
        buses = vm.parseJsonBytesArray(json, ".buses");
        voltages = vm.parseJsonBytesArray(json, ".voltages");
    }

    function test_NoBusOfASolvedNetworkCanBeDisputed() public {
        (TaskAllocation.Spec memory s,) = committedTask("solved");
        uint256 limited = 0;
        for (uint32 i = 0; i < buses.length; ++i) {
            BusOpening.Opening memory o = opening(i);
            vm.expectRevert(abi.encodeWithSelector(Rewards.SolutionHolds.selector, i));
            rewards.dispute(s, o);
            (,,,, uint8 limit) = abi.decode(voltages[i], (uint256, uint256, int64, int64, uint8));
            if (limit != 0) ++limited;
        }
        assertGt(limited, 0, "the network has a machine at its limit");
    }

    function testFuzz_AMovedVoltageFallsAtItsBus(uint256 which, int64 by) public {
        uint32 i = uint32(which % buses.length);
        by = by % 0.5e10;
        if (by > -0.003e10 && by < 0.003e10) by = 0.003e10;
        (,, int64 e, int64 f, uint8 limit) = abi.decode(voltages[i], (uint256, uint256, int64, int64, uint8));
        voltages[i] = abi.encode(i, voltages.length, e, f + by, limit);
        (TaskAllocation.Spec memory s,) = committedTask("moved");
        rewards.dispute(s, opening(i));
    }

    function test_SumTreesAreThoseOfTheProgram() public view {
        string memory json = vm.readFile("testdata/sum_tree.json");
        bytes32[] memory roots = vm.parseJsonBytes32Array(json, ".roots");
        uint256[] memory totals = vm.parseJsonUintArray(json, ".totals");
        for (uint256 n = 1; n <= roots.length; ++n) {
            SumTree.Node[] memory list = new SumTree.Node[](n);
            for (uint256 i = 0; i < n; ++i) {
                list[i] = SumTree.Node(SumTree.leafOf(abi.encode(i)), uint128(7 * i + 1));
            }
            SumTree.Node memory root = SumTree.Node(roots[n - 1], uint128(totals[n - 1]));
            for (uint256 i = 0; i < n; ++i) {
                assertTrue(this.verify(root, list[i], i, n, Trees.path(list, i)));
                assertFalse(this.verify(root, list[i], i + 1, n, Trees.path(list, i)));
            }
        }
    }

    function verify(
        SumTree.Node memory root,
        SumTree.Node memory node,
        uint256 index,
        uint256 count,
        SumTree.Node[] calldata path
    ) external pure returns (bool) {
        return SumTree.verify(root, node, index, count, path);
    }

    function test_ASumThatOverflowsIsInNoTree() public view {
        SumTree.Node[] memory path = new SumTree.Node[](1);
        path[0] = SumTree.Node("b", type(uint128).max);
        SumTree.Node memory root = SumTree.Node(SumTree.join("a", 1, "b", type(uint128).max), 0);
        assertFalse(this.verify(root, SumTree.Node("a", 1), 0, 2, path));
    }
}

contract DataRequestsTest is RewardsBase {
    TaskAllocation.Spec internal spec_;
    bytes32 internal id;
    Rewards.Leaf[] internal list;

    function setUp() public {
        setUpRewards();
        (TaskAllocation.Spec memory s, bytes32 task) = finalTask("a");
        (spec_, id) = (s, task);
        list.push(workLeaf(yesterday(), 0, id));
        list.push(meterLeaf(yesterday(), 1, 100, 12));
        propose(list);
    }

    function request(uint32 bus) internal {
        BusOpening.Opening memory o = opening(bus);
        SumTree.Node[] memory path = pathOf(list, 0);
        vm.prank(challenger);
        rewards.requestData(list[0], path, spec_, o.bus, o.busPath);
    }

    function expectRequestRefused(bytes memory reason, Rewards.Leaf memory leaf, BusOpening.Opening memory o) internal {
        SumTree.Node[] memory path = pathOf(list, leaf.index);
        vm.expectRevert(reason);
        vm.prank(challenger);
        rewards.requestData(leaf, path, spec_, o.bus, o.busPath);
    }

    function test_ARequestStopsTheClockAndAnAnswerStartsItAgain() public {
        uint64 closes = rewards.epochOf(list[0].epoch).closesAt;
        skip(WINDOW - 1);
        request(2);
        skip(ANSWER_TIME);
        vm.expectRevert(abi.encodeWithSelector(Rewards.RequestsOpen.selector, 1));
        rewards.finalize(list[0].epoch);
        BusOpening.Opening memory o = opening(2);
        vm.prank(stranger);
        rewards.answer(id, o);
        assertEq(rewards.credit(stranger), REQUEST_BOND, "the bond pays for the answer");
        assertEq(rewards.epochOf(list[0].epoch).closesAt, closes + ANSWER_TIME);
        skip(1);
        rewards.finalize(list[0].epoch);
        rewards.claim(list[0], pathOf(list, 0));
        assertEq(token.balanceOf(worker), REWARD);
    }

    function test_UnansweredTheLeafIsVoidAndTheRestIsPaid() public {
        request(1);
        request(2);
        vm.expectRevert(abi.encodeWithSelector(Rewards.TooEarly.selector, vm.getBlockTimestamp() + ANSWER_TIME + 1));
        rewards.closeRequest(id, 1);
        skip(ANSWER_TIME + 1);
        BusOpening.Opening memory o = opening(2);
        uint64 dueAt = uint64(vm.getBlockTimestamp()) - 1;
        vm.expectRevert(abi.encodeWithSelector(Rewards.WindowClosed.selector, dueAt));
        rewards.answer(id, o);
        rewards.closeRequest(id, 1);
        rewards.closeRequest(id, 2);
        assertEq(rewards.credit(challenger), 2 * REQUEST_BOND);
        assertEq(rewards.epochOf(list[0].epoch).voided, REWARD);
        skip(WINDOW);
        rewards.finalize(list[0].epoch);
        assertEq(token.totalReserved(), 0);
        SumTree.Node[] memory path = pathOf(list, 0);
        vm.expectRevert(abi.encodeWithSelector(Rewards.Judged.selector, id, Rewards.Verdict.Withheld));
        rewards.claim(list[0], path);
        assertTrue(rewards.isFinal(list[1], pathOf(list, 1)));
    }

    function test_AProposalThatCitesWithheldWorkAgainIsStruckDown() public {
        request(1);
        skip(ANSWER_TIME + 1);
        rewards.closeRequest(id, 1);
        uint32 day = list[0].epoch;
        SumTree.Node[] memory path = pathOf(list, 0);
        vm.expectRevert(Rewards.LeafHolds.selector);
        rewards.challengeLeaf(day, list[0], path);
        skip(1 days);
        Rewards.Leaf[] memory again = one(workLeaf(yesterday(), 0, id));
        propose(again);
        rewards.challengeLeaf(again[0].epoch, again[0], pathOf(again, 0));
        assertEq(rewards.epochOf(again[0].epoch).attempt, 1);
    }

    function test_ABusIsAskedForOnce() public {
        request(2);
        bytes memory reason = abi.encodeWithSelector(Rewards.AlreadyRequested.selector, rewards.requestKey(id, 2));
        expectRequestRefused(reason, list[0], opening(2));
        rewards.answer(id, opening(2));
        expectRequestRefused(reason, list[0], opening(2));
        BusOpening.Opening memory o = opening(2);
        vm.expectRevert(abi.encodeWithSelector(Rewards.NoRequest.selector, rewards.requestKey(id, 2)));
        rewards.answer(id, o);
        vm.expectRevert(abi.encodeWithSelector(Rewards.NoRequest.selector, rewards.requestKey(id, 0)));
        rewards.closeRequest(id, 0);
    }

    function test_WhatCannotBeAnsweredCannotBeAskedFor() public {
        BusOpening.Opening memory o = opening(2);
        o.bus.index = 3;
        expectRequestRefused(abi.encodeWithSelector(BusOpening.NotInInput.selector, 3), list[0], o);
        o = opening(2);
        expectRequestRefused(abi.encodeWithSelector(Rewards.NotPayable.selector, list[1].workHash), list[1], o);
        spec_.reward += 1;
        expectRequestRefused(abi.encodeWithSelector(Rewards.NotPayable.selector, id), list[0], o);
    }

    function test_RequestsCannotHoldADayOpenForEver() public {
        request(0);
        skip(ANSWER_TIME);
        rewards.answer(id, opening(0));
        uint64 until = rewards.epochOf(list[0].epoch).proposedAt + 3 * WINDOW;
        request(1);
        vm.warp(until);
        expectRequestRefused(abi.encodeWithSelector(Rewards.WindowClosed.selector, until), list[0], opening(2));
    }

    function test_AnAnswerThatDoesNotSolveIsRefused() public {
        voltages[2] = voltage(2, 0.98e10, -0.04e10, 0);
        (TaskAllocation.Spec memory s, bytes32 wrong) = finalTask("b");
        (spec_, id) = (s, wrong);
        delete list;
        list.push(workLeaf(yesterday(), 0, wrong));
        propose(list);
        request(2);
        BusOpening.Opening memory o = opening(2);
        vm.expectRevert(abi.encodeWithSelector(Rewards.SolutionFails.selector, 2));
        rewards.answer(wrong, o);
        rewards.dispute(s, o);
        skip(ANSWER_TIME + 1);
        rewards.closeRequest(wrong, 2);
        assertEq(rewards.credit(challenger), REQUEST_BOND);
        (Rewards.Verdict verdict,) = rewards.judgementOf(wrong);
        assertEq(uint8(verdict), uint8(Rewards.Verdict.Wrong), "wrong stays wrong");
    }

    function test_ARequestOfAStruckProposalStopsNoOther() public {
        uint32 day = list[0].epoch;
        list.push(meterLeaf(day, 2, 100, 12));
        skip(WINDOW);
        rewards.finalize(day);
        (TaskAllocation.Spec memory s, bytes32 task) = finalTask("b");
        (spec_, id) = (s, task);
        delete list;
        list.push(workLeaf(yesterday(), 0, id));
        list.push(workLeaf(yesterday(), 1, id));
        propose(list);
        request(2);
        day = list[0].epoch;
        rewards.challengeDuplicate(day, list[0], pathOf(list, 0), list[1], pathOf(list, 1));
        list.pop();
        propose(list);
        assertEq(rewards.epochOf(day).requests, 0);
        rewards.answer(id, opening(2));
        skip(WINDOW);
        rewards.finalize(day);
        rewards.claim(list[0], pathOf(list, 0));
    }

    function testFuzz_TheClockStandsExactlyWhileRequestsAreOpen(uint64 first, uint64 second, uint64 third) public {
        (first, second, third) = (first % WINDOW, second % 3 hours, third % 3 hours);
        uint64 closes = rewards.epochOf(list[0].epoch).closesAt;
        skip(first);
        request(0);
        skip(second);
        request(1);
        skip(third);
        rewards.answer(id, opening(0));
        rewards.answer(id, opening(1));
        assertEq(rewards.epochOf(list[0].epoch).closesAt, closes + second + third);
    }
}
