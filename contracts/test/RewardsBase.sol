// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {BusOpening} from "../src/BusOpening.sol";
import {GridOptimizationRewards as Rewards} from "../src/GridOptimizationRewards.sol";
import {PowerFlow} from "../src/PowerFlow.sol";
import {RewardToken} from "../src/RewardToken.sol";
import {SumTree} from "../src/SumTree.sol";
import {TaskAllocation} from "../src/TaskAllocation.sol";
import {Base} from "./Base.sol";
import {Trees} from "./Trees.sol";

/// Rewards over tasks whose case is a line of three buses: the reference, a generator, a load.
/// Its voltages are chosen and its injections follow, so that they solve it to the last quantum.
abstract contract RewardsBase is Base {
    uint128 internal constant REWARD = 50 ether;
    uint128 internal constant BOND = 10e6;
    uint128 internal constant REQUEST_BOND = 5e6;
    uint64 internal constant ANSWER_TIME = 6 hours;
    int64 internal constant E = 1e10;

    RewardToken internal token;
    Rewards internal rewards;
    address internal proposer = makeAddr("proposer");
    address internal challenger = makeAddr("challenger");

    bytes[] internal buses;
    bytes[] internal voltages;

    function setUpRewards() internal {
        setUpTasks();
        token = new RewardToken(admin, 2 days, 1e9 ether, 1e5 ether);
        rewards = newRewards();
        authorize(rewards);
        dollar.mint(proposer, 1e12);
        dollar.mint(challenger, 1e12);
        vm.prank(proposer);
        dollar.approve(address(rewards), type(uint256).max);
        vm.prank(challenger);
        dollar.approve(address(rewards), type(uint256).max);
        makeCase();
    }

    function newRewards() internal returns (Rewards) {
        return new Rewards(admin, 2 days, token, tasks, Rewards.Settings(WINDOW, ANSWER_TIME, 100e6, 1e6, REQUEST_BOND));
    }

    function authorize(Rewards r) internal {
        vm.startPrank(admin);
        token.grantRole(token.MINTER_ROLE(), address(r));
        nullifiers.grantRole(nullifiers.SPENDER_ROLE(), address(r));
        tasks.grantRole(tasks.ARBITER_ROLE(), address(r));
        r.grantRole(r.PROPOSER_ROLE(), proposer);
        r.grantRole(r.PAUSER_ROLE(), pauser);
        vm.stopPrank();
    }

    // ---- the case ----

    function voltage(uint256 index, int64 e, int64 f, uint8 limit) internal pure returns (bytes memory) {
        return abi.encode(index, 3, e, f, limit);
    }

    function makeCase() internal {
        delete buses;
        delete voltages;
        voltages.push(voltage(0, E, 0, 0));
        voltages.push(voltage(1, 1.02e10 - 1e6, -0.01e10, 0));
        voltages.push(voltage(2, 0.97e10, -0.04e10, 0));
        for (uint32 i = 0; i < 3; ++i) {
            buses.push(abi.encode(busOf(i)));
        }
    }

    /// Neighbours of the line 0 - 1 - 2, each branch of admittance 1 - 10j.
    function busOf(uint32 i) internal view returns (PowerFlow.Bus memory bus) {
        (bus.index, bus.count, bus.kind) = (i, 3, i == 0 ? 3 : i == 1 ? 2 : 1);
        uint256 n = i == 1 ? 2 : 1;
        bus.row = new PowerFlow.Neighbour[](n);
        for (uint256 k = 0; k < n; ++k) {
            bus.row[k] = PowerFlow.Neighbour(i == 1 ? uint32(2 * k) : 1, -1e10, 10e10);
        }
        (bus.g, bus.b) = (int64(int256(n)) * 1e10, -int64(int256(n)) * 10e10);
        (bus.vMin, bus.vMax, bus.refE) = (0.9e10, 1.1e10, E);
        bus.vSet = i == 1 ? int64(1.02004902e10) : E;
        (int256 p, int256 q) = this.inject(bus, valuesAt(bus));
        (bus.p, bus.q) = (int64(p / 1e20), int64(q / 1e20));
        (bus.qMin, bus.qMax) = (bus.q - 0.5e10, bus.q + 0.5e10);
    }

    function inject(PowerFlow.Bus calldata bus, PowerFlow.Voltage[] memory v) external pure returns (int256, int256) {
        return PowerFlow.injection(bus, v);
    }

    function valuesAt(PowerFlow.Bus memory bus) internal view returns (PowerFlow.Voltage[] memory v) {
        v = new PowerFlow.Voltage[](bus.row.length + 1);
        for (uint256 k = 0; k < v.length; ++k) {
            (,, v[k].e, v[k].f, v[k].limit) = abi.decode(
                voltages[k == 0 ? bus.index : bus.row[k - 1].bus], (uint256, uint256, int256, int256, uint256)
            );
        }
    }

    function opening(uint32 i) internal view returns (BusOpening.Opening memory o) {
        o.bus = abi.decode(buses[i], (PowerFlow.Bus));
        o.busPath = Trees.placePath(buses, i);
        uint256 n = o.bus.row.length + 1;
        (o.voltages, o.paths) = (new bytes[](n), new bytes32[][](n));
        for (uint256 k = 0; k < n; ++k) {
            uint256 at_ = k == 0 ? i : o.bus.row[k - 1].bus;
            o.voltages[k] = voltages[at_];
            o.paths[k] = Trees.placePath(voltages, at_);
        }
    }

    // ---- tasks and leaves ----

    function committedTask(string memory salt) internal returns (TaskAllocation.Spec memory s, bytes32 id) {
        s = TaskAllocation.Spec(
            tasks.nextGroup(), 0, 1, REWARD, keccak256(bytes(salt)), Trees.placeRoot(buses), keccak256("salt")
        );
        id = tasks.taskId(s);
        vm.prank(coordinator);
        tasks.createTasks(id, 1, BOND, uint64(vm.getBlockTimestamp()) + 1 days);
        complete(worker, s, Trees.placeRoot(voltages));
    }

    function finalTask(string memory salt) internal returns (TaskAllocation.Spec memory s, bytes32 id) {
        (s, id) = committedTask(salt);
        skip(WINDOW);
        tasks.finalize(id);
    }

    function yesterday() internal view returns (uint32) {
        return uint32(vm.getBlockTimestamp() / 1 days) - 1;
    }

    function workLeaf(uint32 epoch, uint32 index, bytes32 id) internal view returns (Rewards.Leaf memory leaf) {
        (leaf.epoch, leaf.index, leaf.account, leaf.workHash, leaf.amount) = (epoch, index, worker, id, REWARD);
    }

    function meterLeaf(uint32 epoch, uint32 index, uint32 start, uint16 n)
        internal
        view
        returns (Rewards.Leaf memory leaf)
    {
        (leaf.epoch, leaf.index, leaf.account, leaf.start, leaf.n) = (epoch, index, worker, start, n);
        (leaf.site, leaf.kWh, leaf.workHash) = (7, 1000, "claim");
    }

    function one(Rewards.Leaf memory leaf) internal pure returns (Rewards.Leaf[] memory list) {
        list = new Rewards.Leaf[](1);
        list[0] = leaf;
    }

    function two(Rewards.Leaf memory a, Rewards.Leaf memory b) internal pure returns (Rewards.Leaf[] memory list) {
        list = new Rewards.Leaf[](2);
        (list[0], list[1]) = (a, b);
    }

    function nodes(Rewards.Leaf[] memory list) internal view returns (SumTree.Node[] memory out) {
        out = new SumTree.Node[](list.length);
        for (uint256 i = 0; i < list.length; ++i) {
            out[i] = SumTree.Node(rewards.leafHash(list[i]), list[i].amount);
        }
    }

    function pathOf(Rewards.Leaf[] memory list, uint256 i) internal view returns (SumTree.Node[] memory) {
        return Trees.path(nodes(list), i);
    }

    function propose(Rewards.Leaf[] memory list) internal {
        proposeAs(list, list[0].epoch);
    }

    function proposeAs(Rewards.Leaf[] memory list, uint32 epoch) internal {
        SumTree.Node memory root = Trees.root(nodes(list));
        vm.prank(proposer);
        rewards.propose(epoch, root.hash, root.sum, uint32(list.length));
    }

    function settle(Rewards.Leaf[] memory list) internal {
        propose(list);
        skip(WINDOW);
        rewards.finalize(list[0].epoch);
    }
}
