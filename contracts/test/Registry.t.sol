// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";
import {Registry} from "../src/Registry.sol";

contract RegistryTest is Test {
    bytes32 internal constant NAME = "rewards";
    Registry internal registry;
    address internal first;
    address internal config = makeAddr("config");
    address internal guardian = makeAddr("guardian");

    function setUp() public {
        vm.warp(1_790_000_000);
        registry = new Registry(address(this), 2 days, 2 days);
        registry.grantRole(registry.CONFIG_ROLE(), config);
        registry.grantRole(registry.GUARDIAN_ROLE(), guardian);
        first = makeAddr("first");
        vm.etch(first, hex"6001");
    }

    function announce(address target) internal {
        vm.prank(config);
        registry.announce(NAME, target);
    }

    function test_AChangeTakesEffectAfterItsDelayByAnyone() public {
        announce(first);
        uint64 readyAt = uint64(vm.getBlockTimestamp()) + 2 days;
        vm.warp(readyAt - 1);
        vm.expectRevert(abi.encodeWithSelector(Registry.TooEarly.selector, readyAt));
        registry.enact(NAME);
        vm.warp(readyAt);
        registry.enact(NAME);
        assertEq(registry.addressOf(NAME), first);
        (, bytes32 code) = registry.entryOf(NAME);
        assertEq(code, keccak256(hex"6001"));
        vm.expectRevert(abi.encodeWithSelector(Registry.NothingAnnounced.selector, NAME));
        registry.enact(NAME);
    }

    function test_ASecondAnnouncementStartsTheDelayAgain() public {
        announce(first);
        skip(2 days - 1);
        announce(first);
        skip(1);
        vm.expectRevert();
        registry.enact(NAME);
    }

    function test_TheGuardianStopsAChange() public {
        announce(first);
        vm.prank(guardian);
        registry.stop(NAME);
        skip(3 days);
        vm.expectRevert(abi.encodeWithSelector(Registry.NothingAnnounced.selector, NAME));
        registry.enact(NAME);
        vm.expectRevert(abi.encodeWithSelector(Registry.NothingAnnounced.selector, NAME));
        vm.prank(guardian);
        registry.stop(NAME);
    }

    function test_OtherCodeThanAnnouncedIsRefused() public {
        announce(first);
        skip(2 days);
        vm.etch(first, hex"6002");
        vm.expectRevert(abi.encodeWithSelector(Registry.CodeChanged.selector, first));
        registry.enact(NAME);
    }

    function test_AnAccountWithoutCodeIsRefused() public {
        address empty = makeAddr("empty");
        vm.expectRevert(abi.encodeWithSelector(Registry.NoCode.selector, empty));
        announce(empty);
    }

    function test_RolesAreKeptApart() public {
        vm.expectRevert();
        vm.prank(guardian);
        registry.announce(NAME, first);
        announce(first);
        vm.expectRevert();
        vm.prank(config);
        registry.stop(NAME);
    }

    function test_AnUnknownNameIsRefusedAndSoIsAShortDelay() public {
        vm.expectRevert(abi.encodeWithSelector(Registry.UnknownName.selector, NAME));
        registry.addressOf(NAME);
        vm.expectRevert(abi.encodeWithSelector(Registry.DelayTooShort.selector, 1, 1 hours));
        new Registry(address(this), 2 days, 1);
    }

    function testFuzz_NothingTakesEffectEarly(uint256 wait) public {
        announce(first);
        wait = wait % 4 days;
        skip(wait);
        if (wait < 2 days) vm.expectRevert();
        registry.enact(NAME);
    }
}
