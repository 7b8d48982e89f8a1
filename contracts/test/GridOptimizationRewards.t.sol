// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {GridOptimizationRewards as Rewards} from "../src/GridOptimizationRewards.sol";
import {Nullifiers} from "../src/Nullifiers.sol";
import {RewardToken} from "../src/RewardToken.sol";
import {SumTree} from "../src/SumTree.sol";
import {TaskAllocation} from "../src/TaskAllocation.sol";
import {RewardsBase} from "./RewardsBase.sol";
import {Trees} from "./Trees.sol";

contract ProposalsTest is RewardsBase {
    function setUp() public {
        setUpRewards();
    }

    function refuse(Rewards.Leaf[] memory list, uint256 i, bytes memory reason) internal {
        SumTree.Node[] memory path = pathOf(list, i);
        vm.expectRevert(reason);
        rewards.claim(list[i], path);
    }

    function challenge(Rewards.Leaf[] memory list, uint256 i) internal {
        SumTree.Node[] memory path = pathOf(list, i);
        uint32 epoch = yesterday();
        vm.prank(challenger);
        rewards.challengeLeaf(epoch, list[i], path);
    }

    function test_AnUndisputedDayIsPaid() public {
        (, bytes32 a) = finalTask("a");
        (, bytes32 b) = finalTask("b");
        uint32 day = yesterday();
        Rewards.Leaf[] memory list = two(workLeaf(day, 0, a), workLeaf(day, 1, b));
        uint256 before = dollar.balanceOf(proposer);
        propose(list);
        assertEq(before - dollar.balanceOf(proposer), 100e6);
        refuse(list, 0, abi.encodeWithSelector(Rewards.WrongStatus.selector, day, Rewards.Status.Proposed));
        uint64 closes = rewards.epochOf(day).closesAt;
        vm.expectRevert(abi.encodeWithSelector(Rewards.TooEarly.selector, closes));
        rewards.finalize(day);
        skip(WINDOW);
        rewards.finalize(day);
        assertTrue(rewards.isFinal(list[1], pathOf(list, 1)));
        rewards.claim(list[0], pathOf(list, 0));
        rewards.claim(list[1], pathOf(list, 1));
        assertEq(token.balanceOf(worker), 2 * REWARD);
        vm.prank(proposer);
        rewards.withdraw();
        assertEq(dollar.balanceOf(proposer), before);
        vm.expectRevert(Rewards.NothingToWithdraw.selector);
        rewards.withdraw();
    }

    function test_ALeafIsClaimedOnce() public {
        (, bytes32 id) = finalTask("a");
        Rewards.Leaf[] memory list = one(workLeaf(yesterday(), 0, id));
        settle(list);
        rewards.claim(list[0], pathOf(list, 0));
        refuse(list, 0, abi.encodeWithSelector(Nullifiers.AlreadyPaid.selector, tasks.taskOf(id).digest));
    }

    function test_OneTaskInTwoEpochsIsPaidOnce() public {
        (, bytes32 id) = finalTask("a");
        uint32 day = yesterday();
        Rewards.Leaf[] memory first = one(workLeaf(day - 1, 0, id));
        Rewards.Leaf[] memory second = one(workLeaf(day, 0, id));
        propose(first);
        propose(second);
        skip(WINDOW);
        rewards.finalize(day - 1);
        rewards.finalize(day);
        rewards.claim(first[0], pathOf(first, 0));
        refuse(second, 0, abi.encodeWithSelector(Nullifiers.AlreadyPaid.selector, tasks.taskOf(id).digest));
    }

    function test_AProposalWithAPaidTaskIsStruckDown() public {
        (, bytes32 id) = finalTask("a");
        Rewards.Leaf[] memory list = one(workLeaf(yesterday(), 0, id));
        settle(list);
        rewards.claim(list[0], pathOf(list, 0));
        skip(1 days);
        list = one(workLeaf(yesterday(), 0, id));
        propose(list);
        challenge(list, 0);
        assertEq(rewards.credit(challenger), 50e6);
    }

    function test_OneTaskInTwoContractsIsPaidOnce() public {
        (, bytes32 id) = finalTask("a");
        Rewards.Leaf[] memory list = one(workLeaf(yesterday(), 0, id));
        settle(list);
        rewards.claim(list[0], pathOf(list, 0));
        bytes32 role = token.MINTER_ROLE();
        vm.prank(admin);
        token.revokeRole(role, address(rewards));
        rewards = newRewards();
        authorize(rewards);
        vm.prank(proposer);
        dollar.approve(address(rewards), type(uint256).max);
        settle(list);
        refuse(list, 0, abi.encodeWithSelector(Nullifiers.AlreadyPaid.selector, tasks.taskOf(id).digest));
    }

    function test_ASelfDealtTaskMintsNothing() public {
        (TaskAllocation.Spec memory s, bytes32 id) = outsideTask(worker, 1e9, 0, "mine");
        complete(worker, s, "anything");
        skip(WINDOW);
        tasks.finalize(id);
        Rewards.Leaf memory leaf = workLeaf(yesterday(), 0, id);
        leaf.amount = 1e9;
        Rewards.Leaf[] memory list = one(leaf);
        uint256 unchanged = vm.snapshotState();
        propose(list);
        challenge(list, 0);
        vm.revertToState(unchanged);
        settle(list);
        refuse(list, 0, abi.encodeWithSelector(Rewards.NotPayable.selector, id));
    }

    function test_ARightLeafSurvivesItsChallenge() public {
        (, bytes32 id) = finalTask("a");
        uint32 day = yesterday();
        Rewards.Leaf[] memory list = two(workLeaf(day, 0, id), meterLeaf(day, 1, 100, 12));
        propose(list);
        for (uint256 i = 0; i < 2; ++i) {
            SumTree.Node[] memory path = pathOf(list, i);
            vm.expectRevert(Rewards.LeafHolds.selector);
            rewards.challengeLeaf(day, list[i], path);
        }
    }

    function test_ALeafOfAnotherWorkerAmountDayOrTaskIsStruckDown() public {
        (, bytes32 id) = finalTask("a");
        (, bytes32 running) = committedTask("b");
        uint32 day = yesterday();
        Rewards.Leaf[] memory wrong = new Rewards.Leaf[](7);
        for (uint256 i = 0; i < 7; ++i) {
            wrong[i] = workLeaf(day, 0, id);
        }
        wrong[0].account = stranger;
        wrong[1].amount = REWARD + 1;
        wrong[2].epoch = day - 1;
        wrong[3].workHash = running;
        wrong[4].workHash = "none";
        wrong[5].n = 1;
        wrong[6] = meterLeaf(day, 0, type(uint32).max, 12);
        for (uint256 i = 0; i < 7; ++i) {
            proposeAs(one(wrong[i]), day);
            challenge(one(wrong[i]), 0);
            assertEq(rewards.epochOf(day).attempt, i + 1);
        }
        assertEq(rewards.credit(challenger) + rewards.burned(), 700e6);
        assertEq(rewards.burned(), 350e6);
    }

    function test_AStruckDayIsProposedAgain() public {
        (, bytes32 id) = finalTask("a");
        Rewards.Leaf memory bad = workLeaf(yesterday(), 0, "none");
        propose(one(bad));
        challenge(one(bad), 0);
        Rewards.Leaf[] memory good = one(workLeaf(yesterday(), 0, id));
        settle(good);
        rewards.claim(good[0], pathOf(good, 0));
        assertEq(token.balanceOf(worker), REWARD);
    }

    function test_DuplicatesAreStruckDown() public {
        (, bytes32 id) = finalTask("a");
        uint32 day = yesterday();
        Rewards.Leaf[2][3] memory pairs = [
            [workLeaf(day, 0, id), workLeaf(day, 1, id)],
            [meterLeaf(day, 0, 100, 12), meterLeaf(day, 1, 111, 12)],
            [meterLeaf(day, 0, 111, 1), meterLeaf(day, 1, 100, 12)]
        ];
        for (uint256 i = 0; i < 3; ++i) {
            Rewards.Leaf[] memory list = two(pairs[i][0], pairs[i][1]);
            propose(list);
            rewards.challengeDuplicate(day, list[0], pathOf(list, 0), list[1], pathOf(list, 1));
            assertEq(uint8(rewards.epochOf(day).status), uint8(Rewards.Status.None));
        }
    }

    function test_DifferentLeavesAreNoDuplicates() public {
        (, bytes32 a) = finalTask("a");
        uint32 day = yesterday();
        Rewards.Leaf[] memory list = new Rewards.Leaf[](4);
        list[0] = workLeaf(day, 0, a);
        list[1] = meterLeaf(day, 1, 100, 12);
        list[2] = meterLeaf(day, 2, 112, 12);
        list[3] = meterLeaf(day, 3, 100, 12);
        list[3].site = 8;
        propose(list);
        for (uint256 i = 0; i < 4; ++i) {
            for (uint256 j = 0; j < 4; ++j) {
                (SumTree.Node[] memory p, SumTree.Node[] memory q) = (pathOf(list, i), pathOf(list, j));
                vm.expectRevert(Rewards.NotDuplicate.selector);
                rewards.challengeDuplicate(day, list[i], p, list[j], q);
            }
        }
    }

    function test_AWrongSumIsStruckDownByOneNode() public {
        (, bytes32 id) = finalTask("a");
        uint32 day = yesterday();
        Rewards.Leaf[] memory list = two(workLeaf(day, 0, id), meterLeaf(day, 1, 100, 12));
        SumTree.Node[] memory n = nodes(list);
        bytes32 root = Trees.root(n).hash;
        vm.prank(proposer);
        rewards.propose(day, root, REWARD + 1, 2);
        SumTree.Node[] memory none = new SumTree.Node[](0);
        vm.expectRevert(Rewards.SumHolds.selector);
        rewards.challengeSum(day, 1, 0, n[0], n[1], REWARD, none);
        vm.expectRevert(Rewards.NotInTree.selector);
        rewards.challengeSum(day, 0, 0, n[0], n[1], REWARD + 1, none);
        vm.expectRevert(Rewards.NotInTree.selector);
        rewards.challengeSum(day, 1, 0, n[0], n[1], REWARD + 2, none);
        vm.prank(challenger);
        rewards.challengeSum(day, 1, 0, n[0], n[1], REWARD + 1, none);
        assertEq(rewards.credit(challenger), 50e6);
    }

    function test_AWrongSumBelowTheRootIsStruckDown() public {
        uint32 day = yesterday();
        SumTree.Node[] memory n = new SumTree.Node[](5);
        for (uint256 i = 0; i < 5; ++i) {
            n[i] = SumTree.Node(keccak256(abi.encode(i)), 10);
        }
        SumTree.Node[] memory up = Trees.level(n);
        up[1].sum = 25;
        SumTree.Node memory root = Trees.root(up);
        vm.prank(proposer);
        rewards.propose(day, root.hash, root.sum, 5);
        rewards.challengeSum(day, 1, 1, n[2], n[3], 25, Trees.path(up, 1));
        assertEq(rewards.epochOf(day).attempt, 1);
    }

    function test_OnlyTheProposerProposesAndARevokedOneNoMore() public {
        uint32 day = yesterday();
        bytes32 role = rewards.PROPOSER_ROLE();
        bytes memory refusal =
            abi.encodeWithSelector(IAccessControl.AccessControlUnauthorizedAccount.selector, stranger, role);
        vm.expectRevert(refusal);
        vm.prank(stranger);
        rewards.propose(day, "root", 1, 1);
        vm.prank(admin);
        rewards.revokeRole(role, proposer);
        vm.expectRevert();
        vm.prank(proposer);
        rewards.propose(day, "root", 1, 1);
    }

    function test_ProposalsThatMakeNoSenseAreRefused() public {
        uint32 day = yesterday();
        vm.startPrank(proposer);
        vm.expectRevert(abi.encodeWithSelector(Rewards.EpochNotOver.selector, day + 1));
        rewards.propose(day + 1, "root", 1, 1);
        vm.expectRevert(Rewards.BadProposal.selector);
        rewards.propose(day, 0, 1, 1);
        vm.expectRevert(Rewards.BadProposal.selector);
        rewards.propose(day, "root", 1, 0);
        vm.expectRevert(Rewards.BadProposal.selector);
        rewards.propose(day, "root", 1e5 ether + 1, 1);
        rewards.propose(day, "root", 1e5 ether, 1);
        assertEq(rewards.epochOf(day).bond, 1e11, "the bond covers the total");
        vm.expectRevert(abi.encodeWithSelector(Rewards.WrongStatus.selector, day, Rewards.Status.Proposed));
        rewards.propose(day, "other", 1, 1);
        vm.stopPrank();
        Rewards.Settings memory s = Rewards.Settings(1, 1, 1, type(uint128).max, 1);
        Rewards dear = new Rewards(admin, 2 days, token, tasks, s);
        vm.expectRevert(Rewards.BadProposal.selector);
        dear.bondFor(type(uint128).max);
    }

    function test_ClosedWindowsTakeNoChallenge() public {
        Rewards.Leaf[] memory list = one(workLeaf(yesterday(), 0, "none"));
        propose(list);
        skip(WINDOW);
        SumTree.Node[] memory path = pathOf(list, 0);
        uint64 closed = rewards.epochOf(list[0].epoch).closesAt;
        vm.expectRevert(abi.encodeWithSelector(Rewards.WindowClosed.selector, closed));
        rewards.challengeLeaf(list[0].epoch, list[0], path);
    }

    function test_ALeafOutsideTheTreeIsNoChallenge() public {
        (, bytes32 id) = finalTask("a");
        Rewards.Leaf[] memory list = one(workLeaf(yesterday(), 0, id));
        propose(list);
        Rewards.Leaf memory other = workLeaf(list[0].epoch, 0, "none");
        vm.expectRevert(Rewards.NotInTree.selector);
        rewards.challengeLeaf(list[0].epoch, other, new SumTree.Node[](0));
        other.index = 1;
        vm.expectRevert(Rewards.NotInTree.selector);
        rewards.challengeLeaf(list[0].epoch, other, new SumTree.Node[](0));
        vm.expectRevert(Rewards.NotInTree.selector);
        rewards.challengeLeaf(list[0].epoch, list[0], new SumTree.Node[](1));
    }

    function test_TheDailyCapHoldsAtFinality() public {
        uint32 day = yesterday();
        vm.startPrank(proposer);
        rewards.propose(day, "a", 6e4 ether, 1);
        rewards.propose(day - 1, "b", 6e4 ether, 1);
        vm.stopPrank();
        skip(WINDOW);
        rewards.finalize(day);
        vm.expectRevert();
        rewards.finalize(day - 1);
        skip(1 days);
        rewards.finalize(day - 1);
        assertEq(token.totalReserved(), 12e4 ether);
    }

    function test_PauseStopsProposalsAndNothingElse() public {
        (, bytes32 id) = finalTask("a");
        Rewards.Leaf[] memory list = one(workLeaf(yesterday(), 0, id));
        propose(list);
        vm.prank(pauser);
        rewards.pause();
        vm.expectRevert(Pausable.EnforcedPause.selector);
        vm.prank(proposer);
        rewards.propose(list[0].epoch - 1, "root", 1, 1);
        skip(WINDOW);
        rewards.finalize(list[0].epoch);
        rewards.claim(list[0], pathOf(list, 0));
        vm.prank(proposer);
        rewards.withdraw();
        vm.prank(admin);
        rewards.unpause();
        assertFalse(rewards.paused());
    }

    function test_ABondIsReleasedWhenAnotherContractHasBecomeTheMinter() public {
        uint32 day = yesterday();
        propose(one(meterLeaf(day, 0, 1, 1)));
        vm.expectRevert(Rewards.StillMinter.selector);
        rewards.release(day);
        bytes32 role = token.MINTER_ROLE();
        vm.prank(admin);
        token.revokeRole(role, address(rewards));
        uint64 closes = rewards.epochOf(day).closesAt;
        vm.expectRevert(abi.encodeWithSelector(Rewards.TooEarly.selector, closes));
        rewards.release(day);
        skip(WINDOW);
        rewards.release(day);
        assertEq(rewards.credit(proposer), 100e6);
        vm.expectRevert(abi.encodeWithSelector(Rewards.WrongStatus.selector, day, Rewards.Status.None));
        rewards.release(day);
    }

    function test_SettingsOfZeroAreRefused() public {
        Rewards.Settings[4] memory s = [
            Rewards.Settings(0, 1, 1, 1, 1),
            Rewards.Settings(1, 0, 1, 1, 1),
            Rewards.Settings(1, 1, 0, 1, 1),
            Rewards.Settings(1, 1, 1, 1, 0)
        ];
        for (uint256 i = 0; i < 4; ++i) {
            vm.expectRevert(Rewards.BadSettings.selector);
            new Rewards(admin, 2 days, token, tasks, s[i]);
        }
    }

    function testFuzz_EveryLeafOfATreeIsProvenAtItsPlaceAlone(uint256 n, uint256 i, uint256 j) public {
        n = n % 40 + 1;
        (i, j) = (i % n, j % n);
        Rewards.Leaf[] memory list = new Rewards.Leaf[](n);
        for (uint32 k = 0; k < n; ++k) {
            list[k] = meterLeaf(yesterday(), k, 1000 * k, 12);
        }
        settle(list);
        assertTrue(rewards.isFinal(list[i], pathOf(list, i)));
        Rewards.Leaf memory moved = list[i];
        moved.index = uint32(j);
        assertEq(rewards.isFinal(moved, pathOf(list, j)), i == j);
    }
}
