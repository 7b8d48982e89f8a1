// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {Test} from "forge-std/Test.sol";
import {TestDollar} from "../src/TestDollar.sol";

contract TestDollarTest is Test {
    function test_OnlyItsOwnerMakesIt() public {
        TestDollar dollar = new TestDollar(address(this));
        dollar.mint(address(7), 5e6);
        assertEq(dollar.balanceOf(address(7)), 5e6);
        assertEq(dollar.decimals(), 6);
        vm.prank(address(7));
        vm.expectRevert(abi.encodeWithSelector(Ownable.OwnableUnauthorizedAccount.selector, address(7)));
        dollar.mint(address(7), 1);
    }

    function test_MainNetworksAreRefused() public {
        uint256[2] memory main = [uint256(1), 137];
        for (uint256 i = 0; i < main.length; ++i) {
            vm.chainId(main[i]);
            vm.expectRevert(abi.encodeWithSelector(TestDollar.NotOnAMainNetwork.selector, main[i]));
            new TestDollar(address(this));
        }
    }
}
