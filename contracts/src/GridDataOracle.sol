// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {
    AccessControlDefaultAdminRules
} from "@openzeppelin/contracts/access/extensions/AccessControlDefaultAdminRules.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

/// @title Prices and grid figures, as the median of signed reports
/// @notice A feed has one round per epoch (`period` seconds, counted since 1970-01-01 UTC). Its
/// value is the lower median of at least `quorum` reports, so that fewer than half of a quorum
/// of faulty reporters cannot take it out of the range of the honest ones. A value that jumps
/// is held back until it returns into the band, or until several rounds agree on the new level.
/// @dev Values are signed, in the unit that the feed's name stands for (prices of the ERCOT
/// market go below zero). Only accepted rounds are stored, densely numbered from 1, each with
/// the sum of all up to it; rounds held back are in events alone. Times are Unix seconds.
contract GridDataOracle is AccessControlDefaultAdminRules, EIP712 {
    /// @notice The rules of a feed. A step is in band when it is at most the larger of
    /// `maxStepBps` of the last value's size and `stepFloor`; the floor keeps a feed alive near
    /// zero. `rebaseAfter` rounds held back in a row, each in band of the one before, make the
    /// new level the accepted one.
    struct Feed {
        uint32 period;
        uint32 maxAge;
        uint16 maxStepBps;
        uint8 quorum;
        uint8 rebaseAfter;
        uint128 stepFloor;
    }

    /// @notice Where a feed stands: its newest epoch, accepted or not, the number of accepted
    /// rounds, and the level that is held back.
    struct Head {
        uint32 lastEpoch;
        uint32 count;
        int128 pending;
        uint48 pendingAt;
        uint8 agreeing;
        bool breached;
    }

    /// @notice An accepted round; `observedAt` is the oldest observation behind it.
    struct Round {
        int128 value;
        uint64 observedAt;
        uint32 epoch;
    }

    /// @notice One signed report; `reporter` is the signer's place in the list of reporters.
    struct Report {
        int128 value;
        uint64 observedAt;
        uint8 reporter;
        bytes signature;
    }

    /// @notice May change reporters and feeds. Held by a timelock outside of tests.
    bytes32 public constant CONFIG_ROLE = keccak256("CONFIG_ROLE");

    bytes32 public constant REPORT_TYPEHASH =
        keccak256("Report(bytes32 feed,uint32 epoch,int128 value,uint64 observedAt)");

    uint256 private constant BPS = 10_000;

    /// @notice keccak256(abi.encode(reporters)). The list itself comes with every post: reading
    /// it from calldata costs less than a slot for each.
    bytes32 public reporterSet;

    mapping(bytes32 feed => Feed) public feedOf;
    mapping(bytes32 feed => Head) public headOf;
    /// @notice Accepted rounds, by number from 1.
    mapping(bytes32 feed => mapping(uint32 number => Round)) public roundOf;
    /// @notice Sum of the values of the accepted rounds up to a number.
    mapping(bytes32 feed => mapping(uint32 number => int256)) public sumOf;

    event ReportersChanged(address[] reporters);
    event FeedConfigured(bytes32 indexed feed, Feed rules);
    event RoundAccepted(bytes32 indexed feed, uint32 indexed epoch, int128 value, uint64 observedAt, uint256 reports);
    event RoundHeldBack(bytes32 indexed feed, uint32 indexed epoch, int128 value, int128 last, uint8 agreeing);

    error UnknownFeed(bytes32 feed);
    error BadFeed();
    error BadReporters();
    error EpochNotNew(uint32 last, uint32 got);
    error QuorumMissed(uint256 got, uint8 quorum);
    error NotSorted(uint256 at);
    error DuplicateReporter(uint8 reporter);
    error WrongSigner(uint8 reporter);
    error OutsideEpoch(uint64 observedAt);
    error NoData(bytes32 feed);
    error Stale(uint64 observedAt, uint32 maxAge);
    error Breached(int128 pending);
    error WindowOpen(uint32 lastEpoch);
    error ThinCoverage(uint256 rounds, uint256 epochs);

    constructor(address admin, uint48 adminDelay)
        AccessControlDefaultAdminRules(adminDelay, admin)
        EIP712("PoUW-DEM GridDataOracle", "1")
    {}

    /// @notice Replaces the list of reporters, ascending by address. Reports of a reporter that
    /// is no longer on it are refused from then on.
    function setReporters(address[] calldata reporters) external onlyRole(CONFIG_ROLE) {
        if (reporters.length == 0 || reporters.length > 256) revert BadReporters();
        address last = address(0);
        for (uint256 i = 0; i < reporters.length; ++i) {
            if (reporters[i] <= last) revert BadReporters();
            last = reporters[i];
        }
        reporterSet = keccak256(abi.encode(reporters));
        emit ReportersChanged(reporters);
    }

    /// @notice Sets the rules of a feed. The period of a feed never changes: epochs are numbered
    /// by it.
    function configure(bytes32 feed, Feed calldata rules) external onlyRole(CONFIG_ROLE) {
        uint32 period = feedOf[feed].period;
        if (rules.period == 0 || (period != 0 && period != rules.period)) revert BadFeed();
        if (rules.quorum == 0 || rules.maxAge == 0 || rules.rebaseAfter == 0) revert BadFeed();
        feedOf[feed] = rules;
        emit FeedConfigured(feed, rules);
    }

    /// @notice Writes the round of an epoch, by anyone who has the reports. One round per epoch,
    /// epochs ascending.
    /// @param reporters The list of reporters as it was set.
    /// @param reports Ascending by value, one per reporter.
    function post(bytes32 feed, uint32 epoch, address[] calldata reporters, Report[] calldata reports) external {
        Feed memory rules = feedOf[feed];
        if (rules.period == 0) revert UnknownFeed(feed);
        uint32 last = headOf[feed].lastEpoch;
        if (epoch <= last) revert EpochNotNew(last, epoch);
        if (keccak256(abi.encode(reporters)) != reporterSet) revert BadReporters();
        if (reports.length < rules.quorum) revert QuorumMissed(reports.length, rules.quorum);
        uint64 oldest = _oldest(epoch, rules.period, reports);
        _checkSigners(feed, epoch, reporters, reports);
        _write(feed, rules, Round(reports[(reports.length - 1) / 2].value, oldest, epoch), reports.length);
    }

    /// @notice The newest accepted value. Refused when it is older than `maxAge` or when a jump
    /// is being held back.
    function read(bytes32 feed) external view returns (int128 value, uint64 observedAt, uint32 epoch) {
        Head memory head = headOf[feed];
        if (head.count == 0) revert NoData(feed);
        if (head.breached) revert Breached(head.pending);
        Round memory round = roundOf[feed][head.count];
        uint32 maxAge = feedOf[feed].maxAge;
        if (block.timestamp > uint256(round.observedAt) + maxAge) revert Stale(round.observedAt, maxAge);
        return (round.value, round.observedAt, round.epoch);
    }

    /// @notice Mean of the accepted rounds with from <= epoch < to, rounded towards zero. Refused
    /// until an epoch at or after `to` was posted, since only then nothing can be added to the
    /// window, and refused when fewer than `minCoverageBps` of its epochs have an accepted round.
    function average(bytes32 feed, uint32 from, uint32 to, uint16 minCoverageBps) external view returns (int128) {
        Head memory head = headOf[feed];
        if (head.lastEpoch < to) revert WindowOpen(head.lastEpoch);
        if (from >= to) revert ThinCoverage(0, 0);
        uint32 before = _roundsBefore(feed, from, head.count);
        uint32 until = _roundsBefore(feed, to, head.count);
        uint256 rounds = until - before;
        uint256 epochs = to - from;
        if (rounds == 0 || rounds * BPS < epochs * minCoverageBps) revert ThinCoverage(rounds, epochs);
        int256 mean = (sumOf[feed][until] - sumOf[feed][before]) / int256(rounds);
        // A mean of 128-bit values has 128 bits.
        // forge-lint: disable-next-line(unsafe-typecast)
        return int128(mean);
    }

    /// @notice What a reporter signs.
    function reportDigest(bytes32 feed, uint32 epoch, int128 value, uint64 observedAt) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(REPORT_TYPEHASH, feed, epoch, value, observedAt)));
    }

    function _oldest(uint32 epoch, uint32 period, Report[] calldata reports) private view returns (uint64 oldest) {
        oldest = type(uint64).max;
        for (uint256 i = 0; i < reports.length; ++i) {
            uint64 at = reports[i].observedAt;
            if (at / period != epoch || at > block.timestamp) revert OutsideEpoch(at);
            if (i > 0 && reports[i].value < reports[i - 1].value) revert NotSorted(i);
            if (at < oldest) oldest = at;
        }
    }

    function _checkSigners(bytes32 feed, uint32 epoch, address[] calldata reporters, Report[] calldata reports)
        private
        view
    {
        uint256 seen = 0;
        for (uint256 i = 0; i < reports.length; ++i) {
            Report calldata r = reports[i];
            uint256 bit = uint256(1) << r.reporter;
            if (seen & bit != 0) revert DuplicateReporter(r.reporter);
            seen |= bit;
            bytes32 digest = reportDigest(feed, epoch, r.value, r.observedAt);
            (address signer, ECDSA.RecoverError failure,) = ECDSA.tryRecoverCalldata(digest, r.signature);
            if (
                failure != ECDSA.RecoverError.NoError || r.reporter >= reporters.length
                    || signer != reporters[r.reporter]
            ) {
                revert WrongSigner(r.reporter);
            }
        }
    }

    function _write(bytes32 feed, Feed memory rules, Round memory round, uint256 reports) private {
        Head memory head = headOf[feed];
        head.lastEpoch = round.epoch;
        int128 last = roundOf[feed][head.count].value;
        if (head.count == 0 || _inBand(rules, last, round.value) || _agrees(rules, head, round)) {
            (head.breached, head.agreeing) = (false, 0);
            ++head.count;
            roundOf[feed][head.count] = round;
            sumOf[feed][head.count] = sumOf[feed][head.count - 1] + round.value;
            emit RoundAccepted(feed, round.epoch, round.value, round.observedAt, reports);
        } else {
            emit RoundHeldBack(feed, round.epoch, round.value, last, head.agreeing);
        }
        headOf[feed] = head;
    }

    /// @dev Notes a round out of band in `head`; true when it completes the run that rebases.
    function _agrees(Feed memory rules, Head memory head, Round memory round) private pure returns (bool) {
        bool follows = head.breached && _inBand(rules, head.pending, round.value)
            && round.observedAt <= uint256(head.pendingAt) + rules.maxAge;
        head.agreeing = follows ? head.agreeing + 1 : 1;
        head.breached = true;
        head.pending = round.value;
        // Seconds since 1970 stay under 2^48 for nine million years.
        // forge-lint: disable-next-line(unsafe-typecast)
        head.pendingAt = uint48(round.observedAt);
        return head.agreeing >= rules.rebaseAfter;
    }

    function _inBand(Feed memory rules, int128 from, int128 to) private pure returns (bool) {
        uint256 limit = _size(from) * rules.maxStepBps / BPS;
        if (limit < rules.stepFloor) limit = rules.stepFloor;
        return _size(int256(to) - from) <= limit;
    }

    function _size(int256 v) private pure returns (uint256) {
        // forge-lint: disable-next-line(unsafe-typecast)
        return uint256(v < 0 ? -v : v);
    }

    /// @dev How many accepted rounds have an epoch below `epoch`, by halving.
    function _roundsBefore(bytes32 feed, uint32 epoch, uint32 count) private view returns (uint32 low) {
        uint32 high = count;
        while (low < high) {
            uint32 middle = low + (high - low + 1) / 2;
            if (roundOf[feed][middle].epoch < epoch) low = middle;
            else high = middle - 1;
        }
    }
}
