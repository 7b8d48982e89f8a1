// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {PowerFlow} from "./PowerFlow.sol";
import {SumTree} from "./SumTree.sol";

/// @title One bus of a task, opened under the roots of its case and of its solution
/// @notice Both are trees without amounts over the buses of the case, at their places.
library BusOpening {
    /// @notice One bus of a case and the leaves of the solution at it and at its neighbours, in
    /// the order of its row, each with its path.
    struct Opening {
        PowerFlow.Bus bus;
        bytes32[] busPath;
        bytes[] voltages;
        bytes32[][] paths;
    }

    error NotDisputable(uint32 bus);
    error NotInInput(uint32 bus);
    error NotInResult(uint32 bus);

    /// @notice Refuses a bus that is not the case's, or that rounding alone could break.
    function checkBus(bytes32 inputRoot, PowerFlow.Bus calldata bus, bytes32[] calldata path) internal pure {
        bytes32 leaf = SumTree.leafOf(abi.encode(bus));
        if (!SumTree.verifyPlace(inputRoot, leaf, bus.index, bus.count, path)) revert NotInInput(bus.index);
        if (!PowerFlow.disputable(bus)) revert NotDisputable(bus.index);
    }

    /// @notice Whether the solution holds at the opened bus. A leaf that is in the result but none
    /// of PowerFlow's makes it fail; openings of other trees are refused.
    function solves(bytes32 inputRoot, bytes32 resultRoot, Opening calldata o) internal pure returns (bool) {
        checkBus(inputRoot, o.bus, o.busPath);
        uint256 n = o.bus.row.length + 1;
        if (o.voltages.length != n || o.paths.length != n) revert NotInResult(o.bus.index);
        PowerFlow.Voltage[] memory v = new PowerFlow.Voltage[](n);
        bool formed = true;
        for (uint256 i = 0; i < n; ++i) {
            uint32 bus = i == 0 ? o.bus.index : o.bus.row[i - 1].bus;
            bytes32 leaf = SumTree.leafOf(o.voltages[i]);
            if (!SumTree.verifyPlace(resultRoot, leaf, bus, o.bus.count, o.paths[i])) revert NotInResult(bus);
            bool ok;
            (ok, v[i]) = PowerFlow.decode(o.voltages[i], bus, o.bus.count);
            formed = formed && ok;
        }
        return formed && PowerFlow.solves(o.bus, v);
    }
}
