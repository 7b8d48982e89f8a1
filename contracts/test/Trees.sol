// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SumTree} from "../src/SumTree.sol";

/// Builds what SumTree verifies.
library Trees {
    function level(SumTree.Node[] memory below) internal pure returns (SumTree.Node[] memory up) {
        up = new SumTree.Node[]((below.length + 1) / 2);
        for (uint256 i = 0; i < up.length; ++i) {
            if (2 * i + 1 == below.length) {
                up[i] = below[2 * i];
                continue;
            }
            (SumTree.Node memory l, SumTree.Node memory r) = (below[2 * i], below[2 * i + 1]);
            up[i] = SumTree.Node(SumTree.join(l.hash, l.sum, r.hash, r.sum), l.sum + r.sum);
        }
    }

    function root(SumTree.Node[] memory nodes) internal pure returns (SumTree.Node memory) {
        while (nodes.length > 1) nodes = level(nodes);
        return nodes[0];
    }

    function path(SumTree.Node[] memory nodes, uint256 index) internal pure returns (SumTree.Node[] memory) {
        SumTree.Node[] memory found = new SumTree.Node[](32);
        uint256 n = 0;
        for (; nodes.length > 1; (nodes, index) = (level(nodes), index / 2)) {
            if (index ^ 1 < nodes.length) found[n++] = nodes[index ^ 1];
        }
        SumTree.Node[] memory cut = new SumTree.Node[](n);
        for (uint256 i = 0; i < n; ++i) {
            cut[i] = found[i];
        }
        return cut;
    }

    function leaves(bytes[] memory raw) internal pure returns (SumTree.Node[] memory nodes) {
        nodes = new SumTree.Node[](raw.length);
        for (uint256 i = 0; i < raw.length; ++i) {
            nodes[i] = SumTree.Node(SumTree.leafOf(raw[i]), 0);
        }
    }

    function placeRoot(bytes[] memory raw) internal pure returns (bytes32) {
        return root(leaves(raw)).hash;
    }

    function placePath(bytes[] memory raw, uint256 index) internal pure returns (bytes32[] memory hashes) {
        SumTree.Node[] memory nodes = path(leaves(raw), index);
        hashes = new bytes32[](nodes.length);
        for (uint256 i = 0; i < nodes.length; ++i) {
            hashes[i] = nodes[i].hash;
        }
    }
}
