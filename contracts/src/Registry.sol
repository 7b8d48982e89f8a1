// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {
    AccessControlDefaultAdminRules
} from "@openzeppelin/contracts/access/extensions/AccessControlDefaultAdminRules.sol";

/// @title Which contract stands behind a name
/// @notice A contract that can be replaced is looked up here. A change is announced, waits for
/// `delay` seconds in which anyone can look at it and a guardian can stop it, and then takes
/// effect by anyone. What was announced is bound to its code: other code at the address does not
/// take effect.
/// @dev Holds no money and no power over the contracts that it names. Times are Unix seconds.
contract Registry is AccessControlDefaultAdminRules {
    /// @notice A contract and the keccak256 of its runtime code.
    struct Entry {
        address target;
        bytes32 codeHash;
    }

    struct Change {
        address target;
        uint64 readyAt;
        bytes32 codeHash;
    }

    /// @notice May announce changes.
    bytes32 public constant CONFIG_ROLE = keccak256("CONFIG_ROLE");
    /// @notice May stop announced changes.
    bytes32 public constant GUARDIAN_ROLE = keccak256("GUARDIAN_ROLE");

    /// @notice Shortest delay that a deployment may have, seconds.
    uint64 public constant MIN_DELAY = 1 hours;

    /// @notice Seconds between announcement and effect.
    uint64 public immutable delay;

    mapping(bytes32 name => Entry) public entryOf;
    mapping(bytes32 name => Change) public changeOf;

    event Announced(bytes32 indexed name, address indexed target, bytes32 codeHash, uint64 readyAt);
    event Stopped(bytes32 indexed name, address indexed target, address indexed by);
    event Changed(bytes32 indexed name, address indexed target, bytes32 codeHash);

    error DelayTooShort(uint64 got, uint64 least);
    error NoCode(address target);
    error CodeChanged(address target);
    error NothingAnnounced(bytes32 name);
    error TooEarly(uint64 readyAt);
    error UnknownName(bytes32 name);

    /// @param wait Seconds between announcement and effect, at least an hour.
    constructor(address admin, uint48 adminDelay, uint64 wait) AccessControlDefaultAdminRules(adminDelay, admin) {
        if (wait < MIN_DELAY) revert DelayTooShort(wait, MIN_DELAY);
        delay = wait;
    }

    /// @notice Announces that `name` will stand for `target`, in place of what was announced
    /// before for the same name.
    function announce(bytes32 name, address target) external onlyRole(CONFIG_ROLE) {
        if (target.code.length == 0) revert NoCode(target);
        uint64 readyAt = uint64(block.timestamp) + delay;
        changeOf[name] = Change(target, readyAt, target.codehash);
        emit Announced(name, target, target.codehash, readyAt);
    }

    /// @notice Takes an announcement back.
    function stop(bytes32 name) external onlyRole(GUARDIAN_ROLE) {
        address target = changeOf[name].target;
        if (target == address(0)) revert NothingAnnounced(name);
        delete changeOf[name];
        emit Stopped(name, target, msg.sender);
    }

    /// @notice Enacts an announced change after its delay, by anyone.
    function enact(bytes32 name) external {
        Change memory change = changeOf[name];
        if (change.target == address(0)) revert NothingAnnounced(name);
        if (block.timestamp < change.readyAt) revert TooEarly(change.readyAt);
        if (change.target.codehash != change.codeHash) revert CodeChanged(change.target);
        delete changeOf[name];
        entryOf[name] = Entry(change.target, change.codeHash);
        emit Changed(name, change.target, change.codeHash);
    }

    /// @notice The contract behind a name; refused when there is none.
    function addressOf(bytes32 name) external view returns (address target) {
        target = entryOf[name].target;
        if (target == address(0)) revert UnknownName(name);
    }
}
