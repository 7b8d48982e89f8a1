// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {
    AccessControlDefaultAdminRules
} from "@openzeppelin/contracts/access/extensions/AccessControlDefaultAdminRules.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

/// @title Certificates for sale at a fixed price
/// @notice A seller puts a certificate here with a price in one of two tokens; whoever pays gets
/// it; the seller takes the money when it likes, or the certificate back while it is unsold.
/// @dev Prices are in the smallest unit of their token, which must not charge a fee on transfer.
contract CertificateMarket is AccessControlDefaultAdminRules, Pausable, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    struct Listing {
        address seller;
        IERC20 currency;
        uint256 price;
    }

    bytes32 public constant PAUSER_ROLE = keccak256("PAUSER_ROLE");

    IERC721 public immutable certificates;
    /// @notice The two tokens that prices are in.
    IERC20 public immutable stablecoin;
    IERC20 public immutable rewardToken;

    mapping(uint256 id => Listing) public listingOf;
    mapping(IERC20 currency => mapping(address account => uint256 amount)) public credit;

    event Listed(uint256 indexed id, address indexed seller, address indexed currency, uint256 price);
    event Sold(uint256 indexed id, address indexed seller, address indexed buyer, address currency, uint256 price);
    event TakenBack(uint256 indexed id, address indexed seller);
    event Withdrawn(address indexed account, address indexed currency, uint256 amount);

    error UnknownCurrency(address currency);
    error ZeroPrice();
    error NotListed(uint256 id);
    error NotTheSeller(address seller);
    error OtherTerms(address currency, uint256 price);
    error NothingToWithdraw();
    error FeeOnTransfer();

    constructor(address admin, uint48 adminDelay, IERC721 nft, IERC20 stable, IERC20 reward)
        AccessControlDefaultAdminRules(adminDelay, admin)
    {
        certificates = nft;
        stablecoin = stable;
        rewardToken = reward;
    }

    /// @notice Offers a certificate that the caller holds and has approved for this contract.
    function list(uint256 id, IERC20 currency, uint256 price) external whenNotPaused nonReentrant {
        if (currency != stablecoin && currency != rewardToken) revert UnknownCurrency(address(currency));
        if (price == 0) revert ZeroPrice();
        listingOf[id] = Listing(msg.sender, currency, price);
        emit Listed(id, msg.sender, address(currency), price);
        certificates.transferFrom(msg.sender, address(this), id);
    }

    /// @notice Buys a certificate on exactly these terms.
    function buy(uint256 id, IERC20 currency, uint256 price) external whenNotPaused nonReentrant {
        Listing memory offer = listingOf[id];
        if (offer.seller == address(0)) revert NotListed(id);
        if (offer.currency != currency || offer.price != price) {
            revert OtherTerms(address(offer.currency), offer.price);
        }
        delete listingOf[id];
        credit[currency][offer.seller] += price;
        emit Sold(id, offer.seller, msg.sender, address(currency), price);
        uint256 before = currency.balanceOf(address(this));
        currency.safeTransferFrom(msg.sender, address(this), price);
        if (currency.balanceOf(address(this)) - before != price) revert FeeOnTransfer();
        certificates.transferFrom(address(this), msg.sender, id);
    }

    /// @notice Returns an unsold certificate to its seller. Never paused.
    function takeBack(uint256 id) external nonReentrant {
        address seller = listingOf[id].seller;
        if (seller == address(0)) revert NotListed(id);
        if (seller != msg.sender) revert NotTheSeller(seller);
        delete listingOf[id];
        emit TakenBack(id, seller);
        certificates.transferFrom(address(this), seller, id);
    }

    /// @notice Pays the caller all that it is owed in a token. Never paused.
    function withdraw(IERC20 currency) external nonReentrant {
        uint256 amount = credit[currency][msg.sender];
        if (amount == 0) revert NothingToWithdraw();
        credit[currency][msg.sender] = 0;
        emit Withdrawn(msg.sender, address(currency), amount);
        currency.safeTransfer(msg.sender, amount);
    }

    /// @notice Stops offers and sales; certificates and money can leave.
    function pause() external onlyRole(PAUSER_ROLE) {
        _pause();
    }

    function unpause() external onlyRole(DEFAULT_ADMIN_ROLE) {
        _unpause();
    }
}
