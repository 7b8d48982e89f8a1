// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Burnable} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Burnable.sol";
import {ERC20Capped} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Capped.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {
    AccessControlDefaultAdminRules
} from "@openzeppelin/contracts/access/extensions/AccessControlDefaultAdminRules.sol";

/// @title Reward token, minted for verified computation
/// @notice Amounts are in wei of the token (18 decimals). Minting takes two steps: the one
/// active minter reserves a total, bounded per UTC day and by the cap of the supply, and
/// later mints from what it reserved. What is reserved can be paid whenever it is claimed,
/// on any day and after the minter was replaced.
/// @dev No pause and no list of refused accounts: a holder can always leave.
contract RewardToken is ERC20Capped, ERC20Burnable, ERC20Permit, AccessControlDefaultAdminRules {
    /// @notice May reserve. At most one account holds it at a time.
    bytes32 public constant MINTER_ROLE = keccak256("MINTER_ROLE");

    /// @notice Most that may be reserved in one UTC day, wei of the token.
    uint256 public immutable dailyCap;

    /// @notice The account that may reserve, or zero.
    address public minter;

    /// @notice Reserved and not yet minted, wei of the token, all minters together.
    uint256 public totalReserved;

    /// @notice Reserved in a UTC day (days since 1970-01-01), wei of the token.
    mapping(uint256 day => uint256 amount) public reservedOn;

    /// @notice Reserved by an account and not yet minted, wei of the token.
    mapping(address account => uint256 amount) public reservedBy;

    event Reserved(address indexed minter, uint256 indexed day, uint256 amount);

    error DailyCapExceeded(uint256 day, uint256 wanted, uint256 left);
    error SupplyCapExceeded(uint256 wanted, uint256 left);
    error ReservationExceeded(address account, uint256 wanted, uint256 left);
    error MinterActive(address current);
    error ZeroCap();

    /// @param admin Holds the admin role: a timelock outside of tests.
    /// @param adminDelay Seconds between the start and the end of a change of admin.
    /// @param supplyCap Most tokens that ever exist at once, wei.
    /// @param mostPerDay Most tokens reserved in one UTC day, wei.
    constructor(address admin, uint48 adminDelay, uint256 supplyCap, uint256 mostPerDay)
        ERC20("PoUW-DEM Reward", "PDEM")
        ERC20Capped(supplyCap)
        ERC20Permit("PoUW-DEM Reward")
        AccessControlDefaultAdminRules(adminDelay, admin)
    {
        if (mostPerDay == 0) revert ZeroCap();
        dailyCap = mostPerDay;
    }

    /// @notice Sets `amount` aside for later minting by the caller.
    function reserve(uint256 amount) external onlyRole(MINTER_ROLE) {
        uint256 day = block.timestamp / 1 days;
        uint256 leftToday = dailyCap - reservedOn[day];
        if (amount > leftToday) revert DailyCapExceeded(day, amount, leftToday);
        uint256 leftEver = cap() - totalSupply() - totalReserved;
        if (amount > leftEver) revert SupplyCapExceeded(amount, leftEver);
        reservedOn[day] += amount;
        reservedBy[msg.sender] += amount;
        totalReserved += amount;
        emit Reserved(msg.sender, day, amount);
    }

    /// @notice Mints to `to` from what the caller has reserved. Needs no role: a minter that was
    /// replaced still pays what it had reserved, and not a wei more.
    function mint(address to, uint256 amount) external {
        uint256 left = reservedBy[msg.sender];
        if (amount > left) revert ReservationExceeded(msg.sender, amount, left);
        reservedBy[msg.sender] = left - amount;
        totalReserved -= amount;
        _mint(to, amount);
    }

    /// @dev A second minter is refused until the first is revoked, so that no work has two payers.
    function _grantRole(bytes32 role, address account) internal override returns (bool) {
        if (role == MINTER_ROLE) {
            if (minter != address(0) && minter != account) revert MinterActive(minter);
            minter = account;
        }
        return super._grantRole(role, account);
    }

    function _revokeRole(bytes32 role, address account) internal override returns (bool) {
        if (role == MINTER_ROLE && account == minter) minter = address(0);
        return super._revokeRole(role, account);
    }

    function _update(address from, address to, uint256 value) internal override(ERC20, ERC20Capped) {
        super._update(from, to, value);
    }
}
