// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {Test} from "forge-std/Test.sol";
import {Nullifiers} from "../src/Nullifiers.sol";

contract NullifiersTest is Test {
    Nullifiers internal spent;
    address internal spender = makeAddr("spender");

    function setUp() public {
        spent = new Nullifiers(address(this), 2 days);
        spent.grantRole(spent.SPENDER_ROLE(), spender);
        vm.startPrank(spender);
    }

    function test_ATaskIsPaidOnce() public {
        spent.spendTask("a");
        assertTrue(spent.paid("a"));
        vm.expectRevert(abi.encodeWithSelector(Nullifiers.AlreadyPaid.selector, bytes32("a")));
        spent.spendTask("a");
    }

    function test_OnlySpendersSpend() public {
        vm.stopPrank();
        bytes memory refusal = abi.encodeWithSelector(
            IAccessControl.AccessControlUnauthorizedAccount.selector, address(this), spent.SPENDER_ROLE()
        );
        vm.expectRevert(refusal);
        spent.spendTask("a");
        vm.expectRevert(refusal);
        spent.spendIntervals(1, 1, 1);
    }

    function test_OverlappingRunsAreRefusedAndNameTheInterval() public {
        spent.spendIntervals(7, 250, 12);
        vm.expectRevert(abi.encodeWithSelector(Nullifiers.IntervalSpent.selector, 7, 261));
        spent.spendIntervals(7, 261, 3);
        spent.spendIntervals(8, 261, 3);
        spent.spendIntervals(7, 262, 288);
    }

    function test_RunsOutOfRangeAreRefused() public {
        vm.expectRevert(abi.encodeWithSelector(Nullifiers.BadRun.selector, 5, 0));
        spent.spendIntervals(7, 5, 0);
        vm.expectRevert(abi.encodeWithSelector(Nullifiers.BadRun.selector, 5, 289));
        spent.spendIntervals(7, 5, 289);
        vm.expectRevert(abi.encodeWithSelector(Nullifiers.BadRun.selector, type(uint32).max, 1));
        spent.spendIntervals(7, type(uint32).max, 1);
    }

    function testFuzz_ExactlyTheRunIsSpent(uint32 start, uint16 n) public {
        n = n % 288 + 1;
        start = start % (type(uint32).max - 2000) + 1000;
        spent.spendIntervals(7, start, n);
        assertFalse(spent.intervalSpent(7, start - 1));
        assertFalse(spent.intervalSpent(7, start + n));
        for (uint32 i = 0; i < n; ++i) {
            assertTrue(spent.intervalSpent(7, start + i));
        }
    }
}
