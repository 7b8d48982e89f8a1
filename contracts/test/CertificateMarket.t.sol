// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {CertificateMarket as Market} from "../src/CertificateMarket.sol";
import {CertificatesBase} from "./CertificatesBase.sol";

/// A token that keeps one unit of every transfer, or calls back, as it is told.
contract OddToken is ERC20("Odd", "ODD") {
    Market public market;
    uint256 public fee;
    bytes public refusal;

    function set(Market m, uint256 f) external {
        (market, fee) = (m, f);
    }

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function _update(address from, address to, uint256 amount) internal override {
        super._update(from, to, amount);
        if (fee > 0 && from != address(0)) super._update(to, address(0xdead), fee);
        if (address(market) == address(0)) return;
        try market.withdraw(this) {
            revert("came in again");
        } catch (bytes memory reason) {
            refusal = reason;
        }
    }
}

contract CertificateMarketTest is CertificatesBase {
    Market internal market;
    uint256 internal id;

    function setUp() public {
        setUpCertificates();
        market = new Market(admin, 2 days, certificates, dollar, token);
        bytes32 role = market.PAUSER_ROLE();
        vm.prank(admin);
        market.grantRole(role, pauser);
        id = issued(claimOf(100, 12, 5000, true));
        vm.prank(worker);
        certificates.setApprovalForAll(address(market), true);
        vm.prank(stranger);
        dollar.approve(address(market), type(uint256).max);
    }

    function offer(IERC20 currency, uint256 price) internal {
        vm.prank(worker);
        market.list(id, currency, price);
    }

    function test_ASaleSwapsCertificateAndMoney() public {
        offer(dollar, 80e6);
        assertEq(certificates.ownerOf(id), address(market));
        vm.prank(stranger);
        market.buy(id, dollar, 80e6);
        assertEq(certificates.ownerOf(id), stranger);
        uint256 before = dollar.balanceOf(worker);
        vm.startPrank(worker);
        market.withdraw(dollar);
        assertEq(dollar.balanceOf(worker) - before, 80e6);
        vm.expectRevert(Market.NothingToWithdraw.selector);
        market.withdraw(dollar);
    }

    function test_TheTermsAreThoseThatTheBuyerSaw() public {
        offer(dollar, 80e6);
        bytes memory other = abi.encodeWithSelector(Market.OtherTerms.selector, address(dollar), 80e6);
        vm.startPrank(stranger);
        vm.expectRevert(other);
        market.buy(id, dollar, 79e6);
        vm.expectRevert(other);
        market.buy(id, token, 80e6);
    }

    function test_AnUnsoldCertificateGoesBackToItsSellerAlone() public {
        offer(token, 1 ether);
        vm.expectRevert(abi.encodeWithSelector(Market.NotTheSeller.selector, worker));
        vm.prank(stranger);
        market.takeBack(id);
        vm.startPrank(worker);
        market.takeBack(id);
        assertEq(certificates.ownerOf(id), worker);
        vm.expectRevert(abi.encodeWithSelector(Market.NotListed.selector, id));
        market.takeBack(id);
        vm.expectRevert(abi.encodeWithSelector(Market.NotListed.selector, id));
        market.buy(id, token, 1 ether);
    }

    function test_OffersThatMakeNoSenseAreRefused() public {
        vm.startPrank(worker);
        vm.expectRevert(abi.encodeWithSelector(Market.UnknownCurrency.selector, address(1)));
        market.list(id, IERC20(address(1)), 1);
        vm.expectRevert(Market.ZeroPrice.selector);
        market.list(id, dollar, 0);
        vm.stopPrank();
        vm.expectRevert();
        vm.prank(stranger);
        market.list(id, dollar, 1);
    }

    function test_PauseLetsEverythingLeave() public {
        offer(dollar, 80e6);
        vm.prank(pauser);
        market.pause();
        vm.expectRevert(Pausable.EnforcedPause.selector);
        vm.prank(stranger);
        market.buy(id, dollar, 80e6);
        vm.startPrank(worker);
        market.takeBack(id);
        vm.expectRevert(Pausable.EnforcedPause.selector);
        market.list(id, dollar, 1);
        vm.stopPrank();
        vm.prank(admin);
        market.unpause();
    }

    function test_ATokenThatKeepsAFeeOrComesInAgainIsRefused() public {
        OddToken odd = new OddToken();
        odd.mint(stranger, 100);
        market = new Market(admin, 2 days, certificates, odd, token);
        vm.prank(stranger);
        odd.approve(address(market), 100);
        vm.prank(worker);
        certificates.setApprovalForAll(address(market), true);
        offer(odd, 50);
        odd.set(Market(address(0)), 1);
        vm.expectRevert(Market.FeeOnTransfer.selector);
        vm.prank(stranger);
        market.buy(id, odd, 50);
        odd.set(market, 0);
        vm.prank(stranger);
        market.buy(id, odd, 50);
        assertEq(odd.refusal(), abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector));
    }

    function testFuzz_MoneyInIsMoneyOwed(uint128 price) public {
        vm.assume(price > 0);
        dollar.mint(stranger, price);
        offer(dollar, price);
        vm.prank(stranger);
        market.buy(id, dollar, price);
        assertEq(dollar.balanceOf(address(market)), market.credit(dollar, worker));
    }
}
