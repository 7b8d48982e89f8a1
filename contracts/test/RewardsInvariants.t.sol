// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {BusOpening} from "../src/BusOpening.sol";
import {GridOptimizationRewards as Rewards} from "../src/GridOptimizationRewards.sol";
import {SumTree} from "../src/SumTree.sol";
import {TaskAllocation} from "../src/TaskAllocation.sol";
import {RewardsBase} from "./RewardsBase.sol";

/// Random days of work, right and wrong proposals, requests and claims, with its own account of
/// what was minted and of the bonds inside.
contract RewardsHandler is RewardsBase {
    uint256 public minted;
    uint256 public inside;
    uint256 public strikes;
    uint256 public voids;
    uint256 public answers;
    uint256 public claims;
    bool public finalChanged;
    mapping(uint32 day => uint256 amount) public claimed;
    mapping(bytes32 id => uint256 times) public timesPaid;
    mapping(uint32 day => bytes32 hash) internal _frozen;
    uint32[] internal _days;
    bytes32[] internal _ids;
    TaskAllocation.Spec[] internal _specs;
    mapping(uint32 day => uint256 which) internal _taskOf;

    function begin() external {
        setUpRewards();
    }

    function contracts() external view returns (Rewards, address) {
        return (rewards, address(dollar));
    }

    function totalSupply() external view returns (uint256) {
        return token.totalSupply();
    }

    function credits() external view returns (uint256) {
        return rewards.credit(proposer) + rewards.credit(challenger);
    }

    function openBonds() external view returns (uint256 sum) {
        for (uint256 i = 0; i < _days.length; ++i) {
            Rewards.Epoch memory e = rewards.epochOf(_days[i]);
            if (e.status == Rewards.Status.Proposed) sum += e.bond;
        }
        for (uint256 i = 0; i < _ids.length; ++i) {
            (address by,,,,, bool closed) = rewards.requestOf(rewards.requestKey(_ids[i], 2));
            if (by != address(0) && !closed) sum += REQUEST_BOND;
        }
    }

    function dayCount() external view returns (uint256) {
        return _days.length;
    }

    function dayAt(uint256 i) external view returns (uint32) {
        return _days[i];
    }

    function work() public {
        (TaskAllocation.Spec memory s, bytes32 id) = finalTask(vm.toString(_ids.length));
        _ids.push(id);
        _specs.push(s);
    }

    function proposeDay(uint256 which) external {
        if (_ids.length == 0) work();
        uint32 day = yesterday();
        if (rewards.epochOf(day).status != Rewards.Status.None) return;
        _taskOf[day] = which % _ids.length;
        if (rewards.epochOf(day).attempt == 0) _days.push(day);
        proposeAs(leaves(day), day);
        inside += rewards.epochOf(day).bond;
    }

    function challenge(uint256 seed) external {
        (uint32 day, Rewards.Epoch memory e) = pick(seed);
        if (e.status != Rewards.Status.Proposed) return;
        if (e.requests == 0 && vm.getBlockTimestamp() >= e.closesAt) return;
        Rewards.Leaf[] memory list = leaves(day);
        (Rewards.Verdict verdict, uint64 since) = rewards.judgementOf(list[0].workHash);
        bool bad = nullifiers.paid(tasks.taskOf(list[0].workHash).digest)
            || (verdict == Rewards.Verdict.Withheld && since < e.proposedAt);
        if (!bad) return;
        SumTree.Node[] memory path = pathOf(list, 0);
        vm.prank(challenger);
        rewards.challengeLeaf(day, list[0], path);
        ++strikes;
    }

    function request(uint256 seed) external {
        (uint32 day, Rewards.Epoch memory e) = pick(seed);
        uint256 now_ = vm.getBlockTimestamp();
        if (e.status != Rewards.Status.Proposed || now_ >= e.proposedAt + 3 * WINDOW) return;
        if (e.requests == 0 && now_ >= e.closesAt) return;
        bytes32 id = _ids[_taskOf[day]];
        (address by,,,,,) = rewards.requestOf(rewards.requestKey(id, 2));
        (Rewards.Verdict verdict,) = rewards.judgementOf(id);
        if (by != address(0) || verdict != Rewards.Verdict.None) return;
        BusOpening.Opening memory o = opening(2);
        Rewards.Leaf[] memory list = leaves(day);
        SumTree.Node[] memory path = pathOf(list, 0);
        vm.prank(challenger);
        rewards.requestData(list[0], path, _specs[_taskOf[day]], o.bus, o.busPath);
        inside += REQUEST_BOND;
    }

    function endRequest(uint256 seed) external {
        if (_ids.length == 0) return;
        bytes32 id = _ids[seed % _ids.length];
        (address by, uint64 dueAt,,,, bool closed) = rewards.requestOf(rewards.requestKey(id, 2));
        if (by == address(0) || closed) return;
        if (vm.getBlockTimestamp() > dueAt) {
            rewards.closeRequest(id, 2);
            ++voids;
        } else {
            BusOpening.Opening memory o = opening(2);
            vm.prank(proposer);
            rewards.answer(id, o);
            ++answers;
        }
    }

    function finalizeDay(uint256 seed) external {
        (uint32 day, Rewards.Epoch memory e) = pick(seed);
        if (e.status != Rewards.Status.Proposed || e.requests != 0 || vm.getBlockTimestamp() < e.closesAt) return;
        rewards.finalize(day);
        _frozen[day] = keccak256(abi.encode(rewards.epochOf(day)));
    }

    function claim(uint256 seed) external {
        (uint32 day, Rewards.Epoch memory e) = pick(seed);
        if (e.status != Rewards.Status.Final) return;
        Rewards.Leaf[] memory list = leaves(day);
        bytes32 id = list[0].workHash;
        (Rewards.Verdict verdict,) = rewards.judgementOf(id);
        bool refused = verdict != Rewards.Verdict.None || nullifiers.paid(tasks.taskOf(id).digest);
        SumTree.Node[] memory path = pathOf(list, 0);
        try rewards.claim(list[0], path) {
            minted += REWARD;
            claimed[day] += REWARD;
            ++timesPaid[id];
            ++claims;
            assertFalse(refused);
        } catch {
            assertTrue(refused);
        }
        if (_frozen[day] != keccak256(abi.encode(rewards.epochOf(day)))) finalChanged = true;
    }

    function withdraw(bool which) external {
        address who = which ? proposer : challenger;
        uint256 amount = rewards.credit(who);
        if (amount == 0) return;
        vm.prank(who);
        rewards.withdraw();
        inside -= amount;
    }

    function passTime(uint256 time) external {
        vm.warp(vm.getBlockTimestamp() + time % 20 hours);
    }

    function mostPaid() external view returns (uint256 most) {
        for (uint256 i = 0; i < _ids.length; ++i) {
            if (timesPaid[_ids[i]] > most) most = timesPaid[_ids[i]];
        }
    }

    function pick(uint256 seed) internal view returns (uint32 day, Rewards.Epoch memory e) {
        if (_days.length == 0) return (0, e);
        day = _days[seed % _days.length];
        e = rewards.epochOf(day);
    }

    function leaves(uint32 day) internal view returns (Rewards.Leaf[] memory) {
        return two(workLeaf(day, 0, _ids[_taskOf[day]]), meterLeaf(day, 1, day * 288, 12));
    }
}

contract RewardsInvariants is RewardsBase {
    RewardsHandler internal handler;

    function setUp() public {
        handler = new RewardsHandler();
        handler.begin();
        (rewards,) = handler.contracts();
        targetContract(address(handler));
        bytes4[] memory only = new bytes4[](9);
        only[0] = RewardsHandler.work.selector;
        only[1] = RewardsHandler.proposeDay.selector;
        only[2] = RewardsHandler.challenge.selector;
        only[3] = RewardsHandler.request.selector;
        only[4] = RewardsHandler.endRequest.selector;
        only[5] = RewardsHandler.finalizeDay.selector;
        only[6] = RewardsHandler.claim.selector;
        only[7] = RewardsHandler.withdraw.selector;
        only[8] = RewardsHandler.passTime.selector;
        targetSelector(FuzzSelector(address(handler), only));
    }

    function invariant_BondsAreConserved() public view {
        assertEq(rewards.money().balanceOf(address(rewards)), handler.inside());
        assertEq(handler.openBonds() + handler.credits() + rewards.burned(), handler.inside());
    }

    function invariant_NothingIsMintedTwiceOrBeyondItsDay() public view {
        assertEq(handler.totalSupply(), handler.minted());
        assertLe(handler.mostPaid(), 1);
        for (uint256 i = 0; i < handler.dayCount(); ++i) {
            Rewards.Epoch memory e = rewards.epochOf(handler.dayAt(i));
            assertLe(handler.claimed(handler.dayAt(i)), e.total - e.voided);
        }
    }

    function invariant_AFinalDayNeverChanges() public view {
        assertFalse(handler.finalChanged());
    }

    function afterInvariant() public view {
        assertGt(handler.dayCount(), 0, "no day was proposed");
    }
}
