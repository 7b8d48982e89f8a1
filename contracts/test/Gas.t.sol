// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {BusOpening} from "../src/BusOpening.sol";
import {Vm} from "forge-std/Vm.sol";
import {CertificateMarket} from "../src/CertificateMarket.sol";
import {FederatedCoordinator} from "../src/FederatedCoordinator.sol";
import {GridDataOracle} from "../src/GridDataOracle.sol";
import {GridOptimizationRewards as Rewards} from "../src/GridOptimizationRewards.sol";
import {HashrateFutures} from "../src/HashrateFutures.sol";
import {StabilityCertificate as Certificates} from "../src/StabilityCertificate.sol";
import {SumTree} from "../src/SumTree.sol";
import {TaskAllocation} from "../src/TaskAllocation.sol";
import {CertificatesBase} from "./CertificatesBase.sol";
import {FuturesBase} from "./FuturesBase.sol";

/// Counts what one call costs on Ethereum's schedule and adds what Polygon's PIP-88 charges
/// more: 3,360 for each slot first read, 840 for each slot first touched by a write from zero.
/// Run with --isolate, each call is a transaction: its 21,000 and its calldata are included.
abstract contract Meter {
    Vm private constant CHEATS = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));
    mapping(bytes32 => bool) private _seen;

    event Cost(string what, uint256 ethereum, uint256 polygon);

    function begin() internal {
        CHEATS.startStateDiffRecording();
    }

    function end(string memory what) internal {
        uint256 gas = CHEATS.lastCallGas().gasTotalUsed;
        Vm.AccountAccess[] memory list = CHEATS.stopAndReturnStateDiff();
        emit Cost(what, gas, gas + extra(list));
    }

    function extra(Vm.AccountAccess[] memory list) private returns (uint256 sum) {
        for (uint256 i = 0; i < list.length; ++i) {
            for (uint256 j = 0; j < list[i].storageAccesses.length; ++j) {
                Vm.StorageAccess memory a = list[i].storageAccesses[j];
                bytes32 key = keccak256(abi.encode(a.account, a.slot));
                if (_seen[key]) continue;
                _seen[key] = true;
                sum += a.isWrite ? 840 : 3360;
            }
        }
        for (uint256 i = 0; i < list.length; ++i) {
            for (uint256 j = 0; j < list[i].storageAccesses.length; ++j) {
                Vm.StorageAccess memory a = list[i].storageAccesses[j];
                _seen[keccak256(abi.encode(a.account, a.slot))] = false;
            }
        }
    }
}

contract GasTest is CertificatesBase, Meter {
    function setUp() public {
        setUpCertificates();
    }

    function test_BatchOfDecisions() public {
        TaskAllocation.Batch memory b = TaskAllocation.Batch(1, 100, 1000, "root", "file");
        vm.prank(recorder);
        tasks.anchor(b);
        (b.id, b.interval) = (2, 101);
        begin();
        vm.prank(recorder);
        tasks.anchor(b);
        end("batch of decisions");
    }

    function test_ProposalOfADay() public {
        Rewards.Leaf[] memory list = one(meterLeaf(yesterday(), 0, 1, 1));
        SumTree.Node memory root = nodes(list)[0];
        begin();
        vm.prank(proposer);
        rewards.propose(list[0].epoch, root.hash, root.sum, 1);
        end("proposal of a day");
    }

    function test_Claim() public {
        (, bytes32 id) = finalTask("a");
        Rewards.Leaf[] memory list = new Rewards.Leaf[](64);
        for (uint32 i = 0; i < 64; ++i) {
            list[i] = meterLeaf(yesterday(), i, i, 1);
        }
        list[5] = workLeaf(yesterday(), 5, id);
        settle(list);
        SumTree.Node[] memory path = pathOf(list, 5);
        begin();
        rewards.claim(list[5], path);
        end("claim among 64");
    }

    function test_DisputeOfOneBus() public {
        string memory json = vm.readFile("testdata/power_flow.json");
        buses = vm.parseJsonBytesArray(json, ".buses");
        voltages = vm.parseJsonBytesArray(json, ".voltages");
        uint32 i = mostNeighbours();
        voltages[i] = abi.encode(i, voltages.length, E, E, 0);
        (TaskAllocation.Spec memory s,) = committedTask("wrong");
        BusOpening.Opening memory o = opening(i);
        begin();
        rewards.dispute(s, o);
        end(string.concat("dispute, neighbours: ", vm.toString(o.bus.row.length)));
    }

    function mostNeighbours() internal view returns (uint32 best) {
        for (uint32 i = 0; i < buses.length; ++i) {
            if (buses[i].length > buses[best].length) best = i;
        }
    }

    function test_IssueOfACertificate() public {
        Certificates.Claim memory c = claimOf(100, 12, 5000, true);
        Rewards.Leaf[] memory list = cite(c);
        (SumTree.Node[] memory path, bytes memory sig) = (pathOf(list, 0), sign(c));
        begin();
        certificates.issue(rewards, list[0], path, c, sig);
        end("certificate");
    }

    function test_SaleOfACertificate() public {
        uint256 id = issued(claimOf(100, 12, 5000, true));
        CertificateMarket market = new CertificateMarket(admin, 2 days, certificates, dollar, token);
        vm.startPrank(worker);
        certificates.setApprovalForAll(address(market), true);
        market.list(id, dollar, 1e6);
        vm.startPrank(stranger);
        dollar.approve(address(market), 1e6);
        begin();
        market.buy(id, dollar, 1e6);
        end("sale of a certificate");
    }

    function test_FederatedRound() public {
        FederatedCoordinator f = new FederatedCoordinator(address(this), 0, "genesis", 1 hours);
        f.grantRole(f.COORDINATOR_ROLE(), address(this));
        f.register(worker, "key", "quote", type(uint64).max);
        begin();
        f.openRound("genesis", uint64(vm.getBlockTimestamp()) + 10, 1);
        end("opening of a round");
        skip(11);
        begin();
        f.close(1, "model", "root", 1, "aggregate");
        end("closing of a round");
    }
}

/// The same of the oracle and of futures.
contract MarketGasTest is FuturesBase, Meter {
    function setUp() public {
        setUpFutures();
    }

    function test_OracleRoundOfFive() public {
        int128[] memory values = new int128[](5);
        for (uint256 i = 0; i < 5; ++i) {
            values[i] = INDEX;
        }
        skip(1 days);
        GridDataOracle.Report[] memory reports = reportsOf(today(), values);
        uint32 epoch = today();
        begin();
        oracle.post(HASHPRICE, epoch, reporters, reports);
        end("oracle round of five");
    }

    function test_FuturesTrade() public {
        opened(50e6, 1);
        (HashrateFutures.Order memory l, HashrateFutures.Order memory s) = (order(0, 50e6, 10), order(1, 50e6, 10));
        (bytes memory a, bytes memory b) = (sign(0, l), sign(1, s));
        begin();
        futures.open(l, a, s, b, 10);
        end("futures trade");
        nextDay(51e6);
        begin();
        futures.mark(2);
        end("futures mark");
    }
}
