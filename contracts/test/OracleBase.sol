// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";
import {GridDataOracle} from "../src/GridDataOracle.sol";

/// An oracle with nine reporters, and reports as they sign them.
abstract contract OracleBase is Test {
    uint32 internal constant PERIOD = 1 days;
    bytes32 internal constant HASHPRICE = "HASHPRICE.USD.PHDAY";

    GridDataOracle internal oracle;
    address[] internal reporters;
    uint256[] internal keys;

    function setUpOracle(address admin) internal {
        oracle = new GridDataOracle(admin, 2 days);
        for (uint256 i = 0; i < 9; ++i) {
            (address who, uint256 key) = makeAddrAndKey(string(abi.encodePacked("reporter", i)));
            reporters.push(who);
            keys.push(key);
        }
        sortReporters();
        bytes32 role = oracle.CONFIG_ROLE();
        vm.startPrank(admin);
        oracle.grantRole(role, admin);
        oracle.setReporters(reporters);
        oracle.configure(HASHPRICE, rules());
        vm.stopPrank();
    }

    function rules() internal pure returns (GridDataOracle.Feed memory) {
        return GridDataOracle.Feed(PERIOD, 2 days, 2000, 3, 3, 1e6);
    }

    function today() internal view returns (uint32) {
        return uint32(vm.getBlockTimestamp() / PERIOD);
    }

    function report(uint256 who, uint32 epoch, int128 value, uint64 at)
        internal
        view
        returns (GridDataOracle.Report memory)
    {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(keys[who], oracle.reportDigest(HASHPRICE, epoch, value, at));
        return GridDataOracle.Report(value, at, uint8(who), abi.encodePacked(r, s, v));
    }

    /// Reports of the first reporters with the values, which must ascend, observed now.
    function reportsOf(uint32 epoch, int128[] memory values)
        internal
        view
        returns (GridDataOracle.Report[] memory list)
    {
        list = new GridDataOracle.Report[](values.length);
        for (uint256 i = 0; i < values.length; ++i) {
            list[i] = report(i, epoch, values[i], uint64(vm.getBlockTimestamp()));
        }
    }

    /// Three reporters agree on a value for today.
    function postToday(int128 value) internal {
        int128[] memory values = new int128[](3);
        for (uint256 i = 0; i < 3; ++i) {
            values[i] = value;
        }
        oracle.post(HASHPRICE, today(), reporters, reportsOf(today(), values));
    }

    function sortReporters() private {
        for (uint256 i = 1; i < reporters.length; ++i) {
            for (uint256 j = i; j > 0 && reporters[j] < reporters[j - 1]; --j) {
                (reporters[j], reporters[j - 1]) = (reporters[j - 1], reporters[j]);
                (keys[j], keys[j - 1]) = (keys[j - 1], keys[j]);
            }
        }
    }
}
