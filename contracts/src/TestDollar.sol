// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title A dollar that is worth nothing
/// @notice Stands where a stablecoin stands, on test networks alone: its owner makes as much of it
/// as it likes.
/// @dev Six decimals, as the usual stablecoins have. Main networks are refused.
contract TestDollar is ERC20, Ownable {
    uint256 private constant ETHEREUM = 1;
    uint256 private constant POLYGON = 137;

    error NotOnAMainNetwork(uint256 chainId);

    constructor(address owner) ERC20("Test dollar, worth nothing", "tUSD") Ownable(owner) {
        if (block.chainid == ETHEREUM || block.chainid == POLYGON) revert NotOnAMainNetwork(block.chainid);
    }

    /// @notice Makes `amount` millionths of a test dollar for `to`.
    function mint(address to, uint256 amount) external onlyOwner {
        _mint(to, amount);
    }

    function decimals() public pure override returns (uint8) {
        return 6;
    }
}
