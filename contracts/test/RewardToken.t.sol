// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {Test} from "forge-std/Test.sol";
import {RewardToken} from "../src/RewardToken.sol";

contract RewardTokenTest is Test {
    address internal admin = makeAddr("admin");
    address internal minter = makeAddr("minter");
    address internal holder = makeAddr("holder");
    RewardToken internal token;

    function setUp() public {
        vm.warp(1_790_000_000);
        token = new RewardToken(admin, 2 days, 1000 ether, 100 ether);
        bytes32 role = token.MINTER_ROLE();
        vm.prank(admin);
        token.grantRole(role, minter);
    }

    function test_MintsOnlyWhatWasReserved() public {
        vm.startPrank(minter);
        token.reserve(10 ether);
        token.mint(holder, 4 ether);
        vm.expectRevert(abi.encodeWithSelector(RewardToken.ReservationExceeded.selector, minter, 7 ether, 6 ether));
        token.mint(holder, 7 ether);
        assertEq(token.balanceOf(holder), 4 ether);
        assertEq(token.totalReserved(), 6 ether);
    }

    function test_OnlyTheMinterReserves() public {
        bytes32 role = token.MINTER_ROLE();
        vm.expectRevert(abi.encodeWithSelector(IAccessControl.AccessControlUnauthorizedAccount.selector, holder, role));
        vm.prank(holder);
        token.reserve(1);
    }

    function test_StolenMinterIsBoundedByTheDailyCap() public {
        vm.startPrank(minter);
        token.reserve(60 ether);
        uint256 day = vm.getBlockTimestamp() / 1 days;
        vm.expectRevert(abi.encodeWithSelector(RewardToken.DailyCapExceeded.selector, day, 41 ether, 40 ether));
        token.reserve(41 ether);
        vm.warp((day + 1) * 1 days);
        token.reserve(100 ether);
        assertEq(token.totalReserved(), 160 ether);
    }

    function test_SupplyAndReservationsStayUnderTheCap() public {
        vm.startPrank(minter);
        for (uint256 i = 0; i < 10; ++i) {
            token.reserve(100 ether);
            token.mint(holder, 50 ether);
            vm.warp(vm.getBlockTimestamp() + 1 days);
        }
        vm.expectRevert(abi.encodeWithSelector(RewardToken.SupplyCapExceeded.selector, 1, 0));
        token.reserve(1);
        token.mint(holder, 500 ether);
        assertEq(token.totalSupply(), token.cap());
    }

    function test_ASecondMinterIsRefusedUntilTheFirstIsRevoked() public {
        bytes32 role = token.MINTER_ROLE();
        vm.startPrank(admin);
        vm.expectRevert(abi.encodeWithSelector(RewardToken.MinterActive.selector, minter));
        token.grantRole(role, holder);
        token.revokeRole(role, holder);
        assertEq(token.minter(), minter);
        token.revokeRole(role, minter);
        token.grantRole(role, holder);
        assertEq(token.minter(), holder);
    }

    function test_AReplacedMinterPaysWhatItHadReservedAndNoMore() public {
        vm.prank(minter);
        token.reserve(5 ether);
        bytes32 role = token.MINTER_ROLE();
        vm.prank(admin);
        token.revokeRole(role, minter);
        vm.startPrank(minter);
        token.mint(holder, 5 ether);
        vm.expectRevert();
        token.reserve(1);
        vm.expectRevert(abi.encodeWithSelector(RewardToken.ReservationExceeded.selector, minter, 1, 0));
        token.mint(holder, 1);
    }

    function test_RefusesACapOfZero() public {
        vm.expectRevert(RewardToken.ZeroCap.selector);
        new RewardToken(admin, 0, 1 ether, 0);
    }

    function test_PermitCannotBeReplayedChangedOrUsedLate() public {
        (address owner, uint256 key) = makeAddrAndKey("owner");
        uint256 until = vm.getBlockTimestamp() + 60;
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, permitDigest(owner, 5, until));
        vm.expectRevert();
        token.permit(owner, minter, 5, until, v, r, s);
        token.permit(owner, holder, 5, until, v, r, s);
        assertEq(token.allowance(owner, holder), 5);
        vm.expectRevert();
        token.permit(owner, holder, 5, until, v, r, s);

        (v, r, s) = vm.sign(key, permitDigest(owner, 6, until));
        vm.warp(until + 1);
        vm.expectRevert(abi.encodeWithSelector(ERC20Permit.ERC2612ExpiredSignature.selector, until));
        token.permit(owner, holder, 6, until, v, r, s);
    }

    function test_PermitOfAnotherChainIsRefused() public {
        (address owner, uint256 key) = makeAddrAndKey("owner");
        uint256 until = vm.getBlockTimestamp() + 60;
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, permitDigest(owner, 5, until));
        vm.chainId(137);
        vm.expectRevert();
        token.permit(owner, holder, 5, until, v, r, s);
    }

    function testFuzz_ReservingNeverPassesTheDailyCap(uint256[8] calldata amounts) public {
        vm.startPrank(minter);
        uint256 sum = 0;
        for (uint256 i = 0; i < amounts.length; ++i) {
            uint256 amount = amounts[i] % 60 ether;
            bool fits = sum + amount <= 100 ether;
            if (!fits) vm.expectRevert();
            token.reserve(amount);
            if (fits) sum += amount;
        }
        assertEq(token.totalReserved(), sum);
    }

    function permitDigest(address owner, uint256 value, uint256 until) internal view returns (bytes32) {
        bytes32 kind = keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");
        bytes32 body = keccak256(abi.encode(kind, owner, holder, value, token.nonces(owner), until));
        return keccak256(abi.encodePacked("\x19\x01", token.DOMAIN_SEPARATOR(), body));
    }
}

/// Random use of the token by two minters in turn and their holders.
contract TokenHandler is Test {
    RewardToken public immutable token;
    address public immutable admin;
    address[3] public minters;
    uint256 public minted;
    uint256 public burned;
    uint256 public switches;

    constructor(RewardToken t, address a) {
        token = t;
        admin = a;
        for (uint256 i = 0; i < 3; ++i) {
            minters[i] = address(uint160(0x1000 + i));
        }
    }

    function reserve(uint256 amount) external {
        if (token.minter() == address(0)) return;
        uint256 left = token.dailyCap() - token.reservedOn(vm.getBlockTimestamp() / 1 days);
        uint256 ever = token.cap() - token.totalSupply() - token.totalReserved();
        if (ever < left) left = ever;
        vm.prank(token.minter());
        token.reserve(amount % (left + 1));
    }

    function mint(uint256 who, uint256 amount) external {
        address from = minters[who % 3];
        amount = amount % (token.reservedBy(from) + 1);
        vm.prank(from);
        token.mint(minters[amount % 3], amount);
        minted += amount;
    }

    function burn(uint256 who, uint256 amount) external {
        address from = minters[who % 3];
        amount = amount % (token.balanceOf(from) + 1);
        vm.prank(from);
        token.burn(amount);
        burned += amount;
    }

    function transfer(uint256 who, uint256 amount) external {
        address from = minters[who % 3];
        amount = amount % (token.balanceOf(from) + 1);
        vm.prank(from);
        token.transfer(minters[(who % 3 + 1) % 3], amount);
    }

    function replaceMinter(uint256 who) external {
        bytes32 role = token.MINTER_ROLE();
        vm.startPrank(admin);
        if (token.minter() != address(0)) token.revokeRole(role, token.minter());
        token.grantRole(role, minters[who % 3]);
        vm.stopPrank();
        ++switches;
    }

    function passTime(uint256 time) external {
        vm.warp(vm.getBlockTimestamp() + time % 2 days);
    }
}

contract RewardTokenInvariants is Test {
    RewardToken internal token;
    TokenHandler internal handler;

    function setUp() public {
        vm.warp(1_790_000_000);
        token = new RewardToken(address(this), 2 days, 1000 ether, 100 ether);
        handler = new TokenHandler(token, address(this));
        targetContract(address(handler));
    }

    function invariant_SupplyIsMintedMinusBurned() public view {
        assertEq(token.totalSupply(), handler.minted() - handler.burned());
    }

    function invariant_BalancesAddUpToTheSupply() public view {
        uint256 sum = 0;
        for (uint256 i = 0; i < 3; ++i) {
            sum += token.balanceOf(handler.minters(i));
        }
        assertEq(sum, token.totalSupply());
    }

    function invariant_SupplyAndReservationsAreUnderTheCap() public view {
        assertLe(token.totalSupply() + token.totalReserved(), token.cap());
        assertLe(token.reservedOn(vm.getBlockTimestamp() / 1 days), token.dailyCap());
    }

    function invariant_ReservationsAddUp() public view {
        uint256 sum = 0;
        for (uint256 i = 0; i < 3; ++i) {
            sum += token.reservedBy(handler.minters(i));
        }
        assertEq(sum, token.totalReserved());
    }
}
