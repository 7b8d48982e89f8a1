// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {
    AccessControlDefaultAdminRules
} from "@openzeppelin/contracts/access/extensions/AccessControlDefaultAdminRules.sol";

/// @title What has been paid or certified, once and for all
/// @notice The contracts that pay for work can be replaced; this one stays, so that no
/// replacement pays a task again or certifies an interval of a site again. Nothing is ever
/// taken back.
contract Nullifiers is AccessControlDefaultAdminRules {
    /// @notice May spend. Held by contracts that pay or certify.
    bytes32 public constant SPENDER_ROLE = keccak256("SPENDER_ROLE");

    /// @notice Longest run of five-minute intervals spent at once: one day.
    uint256 public constant MAX_RUN = 288;

    /// @notice Whether a task was paid, by its digest.
    mapping(bytes32 taskDigest => bool) public paid;

    mapping(uint64 site => mapping(uint256 word => uint256 bits)) private _intervals;

    event TaskSpent(bytes32 indexed taskDigest, address indexed spender);
    event IntervalsSpent(uint64 indexed site, uint32 start, uint16 n, address indexed spender);

    error AlreadyPaid(bytes32 taskDigest);
    error IntervalSpent(uint64 site, uint32 interval);
    error BadRun(uint32 start, uint16 n);

    constructor(address admin, uint48 adminDelay) AccessControlDefaultAdminRules(adminDelay, admin) {}

    /// @notice Marks a task as paid; refuses one that was.
    function spendTask(bytes32 taskDigest) external onlyRole(SPENDER_ROLE) {
        if (paid[taskDigest]) revert AlreadyPaid(taskDigest);
        paid[taskDigest] = true;
        emit TaskSpent(taskDigest, msg.sender);
    }

    /// @notice Marks `n` five-minute intervals of a site from `start` on (intervals since
    /// 1970-01-01 UTC) as certified; refuses when any of them was.
    function spendIntervals(uint64 site, uint32 start, uint16 n) external onlyRole(SPENDER_ROLE) {
        if (n == 0 || n > MAX_RUN || uint256(start) + n > type(uint32).max) revert BadRun(start, n);
        uint256 at = start;
        uint256 end = at + n;
        while (at < end) {
            uint256 word = at >> 8;
            uint256 first = at & 0xff;
            uint256 count = end - at < 256 - first ? end - at : 256 - first;
            uint256 mask = (count == 256 ? type(uint256).max : (uint256(1) << count) - 1) << first;
            uint256 bits = _intervals[site][word];
            if (bits & mask != 0) revert IntervalSpent(site, _firstSet(bits & mask, word));
            _intervals[site][word] = bits | mask;
            at += count;
        }
        emit IntervalsSpent(site, start, n, msg.sender);
    }

    /// @notice Whether one five-minute interval of a site is certified.
    function intervalSpent(uint64 site, uint32 interval) external view returns (bool) {
        return _intervals[site][uint256(interval) >> 8] >> (interval & 0xff) & 1 == 1;
    }

    function _firstSet(uint256 bits, uint256 word) private pure returns (uint32) {
        uint256 at = 0;
        while (bits >> at & 1 == 0) ++at;
        // Words are made of 32-bit interval numbers, so the sum fits.
        // forge-lint: disable-next-line(unsafe-typecast)
        return uint32((word << 8) + at);
    }
}
