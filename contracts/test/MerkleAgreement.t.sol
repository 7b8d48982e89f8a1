// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {TaskAllocation} from "../src/TaskAllocation.sol";
import {Base} from "./Base.sol";

/// The trees that OpenZeppelin's package merkle-tree (npm) made of decisions, which the program's own
/// tests read too.
contract MerkleAgreementTest is Base {
    string internal json;

    function setUp() public {
        setUpTasks();
        json = vm.readFile("../internal/core/proof/testdata/standard.json");
    }

    function test_EveryDecisionOfTheStandardTreesIsIncludedAndNoAlteredOne() public {
        string[] memory types = vm.parseJsonStringArray(json, ".types");
        uint256 decisions = 0;
        uint64 id = 0;
        for (; vm.keyExistsJson(json, string.concat(".cases[", vm.toString(id), "]")); ++id) {
            string memory at_ = string.concat(".cases[", vm.toString(id), "]");
            uint256 count = countOf(at_);
            TaskAllocation.Batch memory batch = TaskAllocation.Batch(
                id + 1, uint32(id) + 1, uint32(count), vm.parseJsonBytes32(json, string.concat(at_, ".root")), "file"
            );
            vm.prank(recorder);
            tasks.anchor(batch);
            for (uint256 i = 0; i < count; ++i) {
                check(batch, string.concat(at_, ".decisions[", vm.toString(i), "]"), types);
            }
            decisions += count;
        }
        assertEq(decisions, 37);
    }

    function check(TaskAllocation.Batch memory batch, string memory at_, string[] memory types) internal view {
        string[] memory values = vm.parseJsonStringArray(json, string.concat(at_, ".value"));
        bytes memory encoded;
        for (uint256 i = 0; i < types.length; ++i) {
            encoded = bytes.concat(encoded, word(types[i], values[i]));
        }
        assertEq(keccak256(bytes.concat(keccak256(encoded))), vm.parseJsonBytes32(json, string.concat(at_, ".leaf")));
        bytes32[] memory proof = vm.parseJsonBytes32Array(json, string.concat(at_, ".proof"));
        assertTrue(tasks.includes(batch, encoded, proof));
        encoded[31] ^= 0x01;
        assertFalse(tasks.includes(batch, encoded, proof));
    }

    function word(string memory kind, string memory value) internal pure returns (bytes32) {
        bytes32 k = keccak256(bytes(kind));
        if (k == keccak256("bytes32")) return vm.parseBytes32(value);
        if (k == keccak256("int64")) return bytes32(uint256(vm.parseInt(value)));
        return bytes32(vm.parseUint(value));
    }

    function countOf(string memory at_) internal view returns (uint256 n) {
        while (vm.keyExistsJson(json, string.concat(at_, ".decisions[", vm.toString(n), "]"))) ++n;
    }
}
