// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Merkle trees whose leaves have places and amounts
/// @notice A node hashes both children with their sums apart,
/// keccak256(abi.encode(left, leftSum, right, rightSum)); hashing the total alone would let
/// amounts move between them. Leaves keep their order, and a node without a sibling moves up as
/// it is, so the sides of a path follow from index and count: a proof cannot choose them.
/// @dev A tree without amounts has zero for every sum; its paths are hashes alone.
library SumTree {
    struct Node {
        bytes32 hash;
        uint128 sum;
    }

    /// @notice The leaf of an ABI encoding: hashed twice, so that no inner node passes for one.
    function leafOf(bytes memory encoded) internal pure returns (bytes32) {
        return keccak256(bytes.concat(keccak256(encoded)));
    }

    /// @notice Hash of an inner node.
    function join(bytes32 left, uint128 leftSum, bytes32 right, uint128 rightSum) internal pure returns (bytes32) {
        return keccak256(abi.encode(left, leftSum, right, rightSum));
    }

    /// @notice Whether `node` is the one at `index` among `count` under `root`, with all sums
    /// adding up. `count` may be that of the leaves or of any level above.
    function verify(Node memory root, Node memory node, uint256 index, uint256 count, Node[] calldata path)
        internal
        pure
        returns (bool)
    {
        if (index >= count) return false;
        uint256 used = 0;
        for (; count > 1; (index, count) = (index / 2, (count + 1) / 2)) {
            if (index ^ 0x01 >= count) continue;
            if (used == path.length) return false;
            Node calldata other = path[used++];
            uint256 sum = uint256(node.sum) + other.sum;
            if (sum > type(uint128).max) return false;
            node = Node(
                index % 2 == 0
                    ? join(node.hash, node.sum, other.hash, other.sum)
                    : join(other.hash, other.sum, node.hash, node.sum),
                // forge-lint: disable-next-line(unsafe-typecast)
                uint128(sum)
            );
        }
        return used == path.length && node.hash == root.hash && node.sum == root.sum;
    }

    /// @notice Whether `leaf` is the one at `index` among `count` under the root of a tree
    /// without amounts.
    function verifyPlace(bytes32 root, bytes32 leaf, uint256 index, uint256 count, bytes32[] calldata path)
        internal
        pure
        returns (bool)
    {
        if (index >= count) return false;
        uint256 used = 0;
        for (; count > 1; (index, count) = (index / 2, (count + 1) / 2)) {
            if (index ^ 0x01 >= count) continue;
            if (used == path.length) return false;
            bytes32 other = path[used++];
            leaf = index % 2 == 0 ? join(leaf, 0, other, 0) : join(other, 0, leaf, 0);
        }
        return used == path.length && leaf == root;
    }

    /// @notice Nodes of a level above `count` leaves.
    function nodesAt(uint256 count, uint8 level) internal pure returns (uint256) {
        for (; level > 0 && count > 1; --level) {
            count = (count + 1) / 2;
        }
        return level == 0 ? count : 0;
    }
}
