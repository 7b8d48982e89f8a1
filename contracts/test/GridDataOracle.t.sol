// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {GridDataOracle} from "../src/GridDataOracle.sol";
import {OracleBase} from "./OracleBase.sol";

contract GridDataOracleTest is OracleBase {
    function setUp() public {
        vm.warp(1_790_000_000);
        setUpOracle(address(this));
    }

    function three(int128 a, int128 b, int128 c) internal view returns (GridDataOracle.Report[] memory) {
        int128[] memory values = new int128[](3);
        (values[0], values[1], values[2]) = (a, b, c);
        return reportsOf(today(), values);
    }

    function post(GridDataOracle.Report[] memory reports) internal {
        oracle.post(HASHPRICE, today(), reporters, reports);
    }

    function expectRefusal(bytes memory reason, GridDataOracle.Report[] memory reports) internal {
        uint32 epoch = today();
        vm.expectRevert(reason);
        oracle.post(HASHPRICE, epoch, reporters, reports);
    }

    function test_TheMedianIsRead() public {
        post(three(-5, 40e6, 90e6));
        (int128 value, uint64 at, uint32 epoch) = oracle.read(HASHPRICE);
        assertEq(value, 40e6);
        assertEq(at, vm.getBlockTimestamp());
        assertEq(epoch, today());
    }

    function test_OfAnEvenNumberTheLowerMiddleCounts() public {
        int128[] memory values = new int128[](4);
        (values[0], values[1], values[2], values[3]) = (1, 2, 3, 4);
        post(reportsOf(today(), values));
        (int128 value,,) = oracle.read(HASHPRICE);
        assertEq(value, 2);
    }

    function test_TheOldestObservationIsTheAge() public {
        GridDataOracle.Report[] memory reports = three(1, 1, 1);
        uint64 earlier = uint64(vm.getBlockTimestamp()) - 60;
        reports[1] = report(1, today(), 1, earlier);
        post(reports);
        (, uint64 at,) = oracle.read(HASHPRICE);
        assertEq(at, earlier);
    }

    function test_AQuorumOfOneReporterThriceIsRefused() public {
        GridDataOracle.Report[] memory reports = three(1, 1, 1);
        reports[2] = reports[0];
        expectRefusal(abi.encodeWithSelector(GridDataOracle.DuplicateReporter.selector, 0), reports);
    }

    function test_TooFewReportsAreRefused() public {
        int128[] memory values = new int128[](2);
        expectRefusal(abi.encodeWithSelector(GridDataOracle.QuorumMissed.selector, 2, 3), reportsOf(today(), values));
    }

    function test_UnsortedReportsAreRefused() public {
        expectRefusal(abi.encodeWithSelector(GridDataOracle.NotSorted.selector, 1), three(2, 1, 3));
    }

    function test_AReportUnderAnothersPlaceIsRefused() public {
        GridDataOracle.Report[] memory reports = three(1, 1, 1);
        reports[2].reporter = 3;
        expectRefusal(abi.encodeWithSelector(GridDataOracle.WrongSigner.selector, 3), reports);
        reports[2].reporter = 200;
        expectRefusal(abi.encodeWithSelector(GridDataOracle.WrongSigner.selector, 200), reports);
        reports[2].reporter = 2;
        reports[2].signature = "short";
        expectRefusal(abi.encodeWithSelector(GridDataOracle.WrongSigner.selector, 2), reports);
    }

    function test_AnAlteredReportIsRefused() public {
        GridDataOracle.Report[] memory reports = three(1, 1, 1);
        reports[2].value = 2;
        expectRefusal(abi.encodeWithSelector(GridDataOracle.WrongSigner.selector, 2), reports);
    }

    function test_AReportOfAnotherFeedChainOrEpochIsRefused() public {
        GridDataOracle.Report[] memory reports = three(1, 1, 1);
        oracle.configure("OTHER", rules());
        uint32 epoch = today();
        vm.expectRevert(abi.encodeWithSelector(GridDataOracle.WrongSigner.selector, 0));
        oracle.post("OTHER", epoch, reporters, reports);
        vm.chainId(137);
        expectRefusal(abi.encodeWithSelector(GridDataOracle.WrongSigner.selector, 0), reports);
        vm.chainId(31_337);
        uint64 at = reports[0].observedAt;
        vm.expectRevert(abi.encodeWithSelector(GridDataOracle.OutsideEpoch.selector, at));
        oracle.post(HASHPRICE, epoch + 1, reporters, reports);
    }

    function test_AnObservationFromTheFutureIsRefused() public {
        GridDataOracle.Report[] memory reports = three(1, 1, 1);
        uint64 later = uint64(vm.getBlockTimestamp()) + 1;
        reports[2] = report(2, today(), 1, later);
        expectRefusal(abi.encodeWithSelector(GridDataOracle.OutsideEpoch.selector, later), reports);
    }

    function test_AnEpochIsWrittenOnceAndNoneGoesBack() public {
        GridDataOracle.Report[] memory old = three(1, 1, 1);
        uint32 day = today();
        post(old);
        vm.expectRevert(abi.encodeWithSelector(GridDataOracle.EpochNotNew.selector, day, day));
        oracle.post(HASHPRICE, day, reporters, old);
        skip(1 days);
        postToday(1);
        vm.expectRevert(abi.encodeWithSelector(GridDataOracle.EpochNotNew.selector, day + 1, day));
        oracle.post(HASHPRICE, day, reporters, old);
    }

    function test_ARemovedReporterIsRefused() public {
        GridDataOracle.Report[] memory reports = three(1, 1, 1);
        address[] memory left = new address[](8);
        for (uint256 i = 0; i < 8; ++i) {
            left[i] = reporters[i + 1];
        }
        oracle.setReporters(left);
        expectRefusal(abi.encodeWithSelector(GridDataOracle.BadReporters.selector), reports);
        uint32 epoch = today();
        vm.expectRevert(abi.encodeWithSelector(GridDataOracle.WrongSigner.selector, 0));
        oracle.post(HASHPRICE, epoch, left, reports);
    }

    function test_UnknownAndEmptyFeedsAreRefused() public {
        vm.expectRevert(abi.encodeWithSelector(GridDataOracle.UnknownFeed.selector, bytes32("NONE")));
        oracle.post("NONE", 1, reporters, new GridDataOracle.Report[](0));
        vm.expectRevert(abi.encodeWithSelector(GridDataOracle.NoData.selector, bytes32("NONE")));
        oracle.read("NONE");
    }

    function test_AStaleValueIsRefused() public {
        uint64 at = uint64(vm.getBlockTimestamp());
        postToday(40e6);
        vm.warp(at + 2 days);
        oracle.read(HASHPRICE);
        vm.warp(at + 2 days + 1);
        vm.expectRevert(abi.encodeWithSelector(GridDataOracle.Stale.selector, at, 2 days));
        oracle.read(HASHPRICE);
    }

    function test_AJumpIsHeldBackUntilItReturns() public {
        postToday(40e6);
        skip(1 days);
        postToday(49e6);
        vm.expectRevert(abi.encodeWithSelector(GridDataOracle.Breached.selector, int128(49e6)));
        oracle.read(HASHPRICE);
        skip(1 days);
        postToday(48e6);
        (int128 value,,) = oracle.read(HASHPRICE);
        assertEq(value, 48e6);
        assertEq(oracle.sumOf(HASHPRICE, 2), 88e6, "what was held back is in no sum");
    }

    function test_ThreeAgreeingRoundsMakeTheNewLevel() public {
        postToday(40e6);
        int128[4] memory path = [int128(400e6), 4000e6, 4100e6, 4200e6];
        for (uint256 i = 0; i < 4; ++i) {
            skip(1 days);
            postToday(path[i]);
            (,,,, uint8 agreeing, bool breached) = oracle.headOf(HASHPRICE);
            assertEq(breached, i < 3);
            assertEq(agreeing, [1, 1, 2, 0][i]);
        }
        (int128 value,,) = oracle.read(HASHPRICE);
        assertEq(value, 4200e6);
    }

    function test_RoundsThatAgreeAcrossAnOutageDoNotCount() public {
        postToday(40e6);
        for (uint256 i = 0; i < 4; ++i) {
            skip(3 days);
            postToday(400e6);
        }
        (,,,, uint8 agreeing, bool breached) = oracle.headOf(HASHPRICE);
        assertTrue(breached);
        assertEq(agreeing, 1);
    }

    function test_TheFloorLetsAFeedCrossZero() public {
        postToday(0.5e6);
        skip(1 days);
        postToday(-0.5e6);
        (int128 value,,) = oracle.read(HASHPRICE);
        assertEq(value, -0.5e6);
        skip(1 days);
        postToday(-1.6e6);
        vm.expectRevert(abi.encodeWithSelector(GridDataOracle.Breached.selector, int128(-1.6e6)));
        oracle.read(HASHPRICE);
    }

    function test_AnAverageDividesByTheRoundsThatExist() public {
        uint32 first = today();
        postToday(40e6);
        skip(2 days);
        postToday(46e6);
        vm.expectRevert(abi.encodeWithSelector(GridDataOracle.WindowOpen.selector, first + 2));
        oracle.average(HASHPRICE, first, first + 3, 5000);
        skip(1 days);
        postToday(46e6);
        assertEq(oracle.average(HASHPRICE, first, first + 3, 6666), 43e6);
        assertEq(oracle.average(HASHPRICE, first + 1, first + 3, 5000), 46e6);
        vm.expectRevert(abi.encodeWithSelector(GridDataOracle.ThinCoverage.selector, 2, 3));
        oracle.average(HASHPRICE, first, first + 3, 6667);
        vm.expectRevert(abi.encodeWithSelector(GridDataOracle.ThinCoverage.selector, 0, 1));
        oracle.average(HASHPRICE, first + 1, first + 2, 0);
        vm.expectRevert(abi.encodeWithSelector(GridDataOracle.ThinCoverage.selector, 0, 0));
        oracle.average(HASHPRICE, first, first, 0);
    }

    function test_OnlyConfigChangesTheRules() public {
        bytes memory refusal = abi.encodeWithSelector(
            IAccessControl.AccessControlUnauthorizedAccount.selector, reporters[0], oracle.CONFIG_ROLE()
        );
        vm.startPrank(reporters[0]);
        vm.expectRevert(refusal);
        oracle.setReporters(reporters);
        vm.expectRevert(refusal);
        oracle.configure(HASHPRICE, rules());
    }

    function test_RulesThatMakeNoSenseAreRefused() public {
        GridDataOracle.Feed memory f = rules();
        f.period = 1 hours;
        vm.expectRevert(GridDataOracle.BadFeed.selector);
        oracle.configure(HASHPRICE, f);
        f = rules();
        f.quorum = 0;
        vm.expectRevert(GridDataOracle.BadFeed.selector);
        oracle.configure(HASHPRICE, f);
        vm.expectRevert(GridDataOracle.BadReporters.selector);
        oracle.setReporters(new address[](0));
        (reporters[0], reporters[1]) = (reporters[1], reporters[0]);
        vm.expectRevert(GridDataOracle.BadReporters.selector);
        oracle.setReporters(reporters);
    }

    function testFuzz_TheMedianIsWithinTheHonestRange(uint256 seed, int128[9] memory values, uint256 n) public {
        n = 3 + n % 7;
        uint256 faulty = seed % ((n + 1) / 2);
        int128 low = type(int128).max;
        int128 high = type(int128).min;
        int128[] memory list = new int128[](n);
        for (uint256 i = 0; i < n; ++i) {
            list[i] = i < faulty ? values[i] : values[i] % 1000;
            if (i >= faulty && list[i] < low) low = list[i];
            if (i >= faulty && list[i] > high) high = list[i];
        }
        sort(list);
        post(reportsOf(today(), list));
        (int128 value,,) = oracle.read(HASHPRICE);
        assertGe(value, low);
        assertLe(value, high);
    }

    function sort(int128[] memory list) internal pure {
        for (uint256 i = 1; i < list.length; ++i) {
            for (uint256 j = i; j > 0 && list[j] < list[j - 1]; --j) {
                (list[j], list[j - 1]) = (list[j - 1], list[j]);
            }
        }
    }
}

/// Random rounds with gaps and jumps, and its own account of the accepted ones.
contract OracleHandler is OracleBase {
    int256 public sum;
    uint256 public accepted;
    uint256 public heldBack;
    uint32 public first;
    uint32 public last;
    int256[] internal _values;

    constructor() {
        vm.warp(1_790_000_000);
        setUpOracle(address(this));
        first = today();
    }

    function target() external view returns (GridDataOracle) {
        return oracle;
    }

    function post(int128 step, uint256 gap, bool jumps) external {
        vm.warp(vm.getBlockTimestamp() + (gap % 2 + 1) * 1 days);
        int128 value = accepted == 0 ? int128(50e6) : int128(_values[_values.length - 1]);
        value += jumps ? int128(80e6) : step % 1e6;
        (, uint32 before,,,,) = oracle.headOf(HASHPRICE);
        postToday(value);
        last = today();
        (, uint32 count,,,,) = oracle.headOf(HASHPRICE);
        if (count == before) {
            ++heldBack;
            return;
        }
        ++accepted;
        sum += value;
        _values.push(value);
    }
}

contract OracleInvariants is OracleBase {
    OracleHandler internal handler;

    function setUp() public {
        handler = new OracleHandler();
        oracle = handler.target();
        targetContract(address(handler));
        bytes4[] memory only = new bytes4[](1);
        only[0] = OracleHandler.post.selector;
        targetSelector(FuzzSelector(address(handler), only));
    }

    function invariant_SumsAreThoseOfTheAcceptedRounds() public view {
        (uint32 lastEpoch, uint32 count,,,,) = oracle.headOf(HASHPRICE);
        assertEq(lastEpoch, handler.last());
        assertEq(count, handler.accepted());
        assertEq(oracle.sumOf(HASHPRICE, count), handler.sum());
    }

    function invariant_TheAverageOfAllIsTheirMean() public view {
        (uint32 lastEpoch, uint32 count,,,,) = oracle.headOf(HASHPRICE);
        if (count < 2) return;
        (int128 newest,, uint32 epoch) = oracle.roundOf(HASHPRICE, count);
        int256 sum = handler.sum();
        if (epoch == lastEpoch) (sum, count) = (sum - newest, count - 1);
        assertEq(oracle.average(HASHPRICE, handler.first(), lastEpoch, 0), sum / int256(uint256(count)));
    }

    function afterInvariant() public view {
        assertGt(handler.accepted(), 0, "no round was accepted");
        assertGt(handler.heldBack(), 0, "no round was held back");
    }
}
