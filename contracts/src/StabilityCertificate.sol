// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {
    AccessControlDefaultAdminRules
} from "@openzeppelin/contracts/access/extensions/AccessControlDefaultAdminRules.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {Base64} from "@openzeppelin/contracts/utils/Base64.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {GridOptimizationRewards} from "./GridOptimizationRewards.sol";
import {Nullifiers} from "./Nullifiers.sol";
import {SumTree} from "./SumTree.sol";

/// @title Certificates of metered curtailment
/// @notice A certificate says that a site's meter measured so many kWh below its baseline over a
/// run of five-minute intervals. It rests on a claim that the meter's key signed and that a leaf
/// of a final day of rewards cites; it goes to that leaf's account. On telemetry it is
/// provisional: it can be neither moved nor retired, until settlement-quality metering supersedes
/// it. Nothing is edited, and no interval of a site is certified twice.
/// @dev Verified computation never becomes a certificate. What was avoided by the energy (carbon,
/// say) is not stored: `method` and `baseline` name how to derive it.
contract StabilityCertificate is ERC721, EIP712, AccessControlDefaultAdminRules, Pausable {
    /// @notice What the meter of a site signs: energy in kWh below the baseline with that hash,
    /// by that method, over `n` five-minute intervals from `start` (count since 1970-01-01 UTC).
    /// `settled` is settlement-quality metering.
    struct Claim {
        uint64 site;
        uint32 start;
        uint16 n;
        uint64 kWh;
        bytes32 method;
        bytes32 baseline;
        bool settled;
    }

    /// @notice A certificate, kept after it was retired or superseded. `epoch` and `evidence` are
    /// the day and the hash of the leaf that cites it.
    struct Certificate {
        uint64 site;
        uint32 start;
        uint16 n;
        uint64 kWh;
        uint32 epoch;
        State state;
        bytes32 method;
        bytes32 baseline;
        bytes32 evidence;
    }

    enum State {
        None,
        Provisional,
        Settled,
        Retired,
        Superseded
    }

    /// @notice Who retired a certificate, for whom and when (Unix seconds).
    struct Retirement {
        address by;
        uint64 time;
        address beneficiary;
    }

    /// @notice Held by reward contracts whose final days may be cited.
    bytes32 public constant SOURCE_ROLE = keccak256("SOURCE_ROLE");
    /// @notice May name the meter of a site.
    bytes32 public constant REGISTRAR_ROLE = keccak256("REGISTRAR_ROLE");
    bytes32 public constant PAUSER_ROLE = keccak256("PAUSER_ROLE");

    bytes32 public constant CLAIM_TYPEHASH =
        keccak256("Claim(uint64 site,uint32 start,uint16 n,uint64 kWh,bytes32 method,bytes32 baseline,bool settled)");

    Nullifiers public immutable nullifiers;

    /// @notice Certificates ever made; ids are dense from 1.
    uint256 public count;
    /// @notice kWh of certificates that exist, and of those retired.
    uint256 public liveKWh;
    uint256 public retiredKWh;

    mapping(uint64 site => address) public meterOf;
    mapping(uint256 id => Certificate) public certificateOf;
    mapping(uint256 id => Retirement) public retirementOf;
    /// @notice The certificate that took the place of one; zero where metering found nothing.
    mapping(uint256 id => uint256) public successorOf;

    event MeterNamed(uint64 indexed site, address indexed meter);
    event Issued(uint256 indexed id, uint64 indexed site, address indexed account, uint64 kWh, bool settled);
    event SupersededBy(uint256 indexed id, uint256 indexed successor, uint64 kWh);
    event Retired(uint256 indexed id, address indexed by, address indexed beneficiary, uint64 kWh, string purpose);

    error NotASource(address source);
    error NotCited(uint32 epoch, uint32 index);
    error WrongMeter(uint64 site);
    error OtherClaim(uint64 site, uint32 start, uint16 n);
    error NoEnergy();
    error WrongState(uint256 id, State state);
    error NotTheHolder(address account);

    constructor(address admin, uint48 adminDelay, Nullifiers spent)
        ERC721("PoUW-DEM Stability Certificate", "STABLE")
        EIP712("PoUW-DEM StabilityCertificate", "1")
        AccessControlDefaultAdminRules(adminDelay, admin)
    {
        nullifiers = spent;
    }

    /// @notice Names the account that signs for the meter of a site; zero for none.
    function nameMeter(uint64 site, address meter) external onlyRole(REGISTRAR_ROLE) {
        meterOf[site] = meter;
        emit MeterNamed(site, meter);
    }

    /// @notice Makes the certificate of a claim that a final leaf cites, by anyone, for the
    /// account of the leaf.
    function issue(
        GridOptimizationRewards source,
        GridOptimizationRewards.Leaf calldata leaf,
        SumTree.Node[] calldata path,
        Claim calldata claim,
        bytes calldata signature
    ) external whenNotPaused returns (uint256 id) {
        _check(source, leaf, path, claim, signature);
        if (claim.kWh == 0) revert NoEnergy();
        id = _make(source, leaf, claim);
        nullifiers.spendIntervals(claim.site, claim.start, claim.n);
    }

    /// @notice Puts settlement-quality metering in the place of a provisional certificate, by
    /// anyone: the old one ends, and where energy was found a new one is made for the same
    /// account. Never paused.
    /// @return successor The new certificate, or zero.
    function supersede(
        uint256 id,
        GridOptimizationRewards source,
        GridOptimizationRewards.Leaf calldata leaf,
        SumTree.Node[] calldata path,
        Claim calldata claim,
        bytes calldata signature
    ) external returns (uint256 successor) {
        Certificate storage old = certificateOf[id];
        if (old.state != State.Provisional) revert WrongState(id, old.state);
        if (
            !claim.settled || claim.site != old.site || claim.start != old.start || claim.n != old.n
                || leaf.epoch <= old.epoch
        ) revert OtherClaim(claim.site, claim.start, claim.n);
        if (leaf.account != ownerOf(id)) revert NotTheHolder(leaf.account);
        _check(source, leaf, path, claim, signature);
        old.state = State.Superseded;
        liveKWh -= old.kWh;
        _burn(id);
        if (claim.kWh > 0) successor = _make(source, leaf, claim);
        successorOf[id] = successor;
        emit SupersededBy(id, successor, claim.kWh);
    }

    /// @notice Ends a settled certificate for good in favour of `beneficiary`, by its holder or
    /// somebody it approved. Never paused.
    function retire(uint256 id, address beneficiary, string calldata purpose) external {
        Certificate storage c = certificateOf[id];
        if (c.state != State.Settled) revert WrongState(id, c.state);
        address owner = ownerOf(id);
        _checkAuthorized(owner, msg.sender, id);
        c.state = State.Retired;
        retirementOf[id] = Retirement(owner, uint64(block.timestamp), beneficiary);
        liveKWh -= c.kWh;
        retiredKWh += c.kWh;
        _burn(id);
        emit Retired(id, owner, beneficiary, c.kWh, purpose);
    }

    /// @notice Stops new certificates; transfer, retirement and true-up go on.
    function pause() external onlyRole(PAUSER_ROLE) {
        _pause();
    }

    function unpause() external onlyRole(DEFAULT_ADMIN_ROLE) {
        _unpause();
    }

    /// @notice What a meter signs, and what the leaf that cites it holds as `workHash`.
    function claimDigest(Claim calldata claim) public view returns (bytes32) {
        return _hashTypedDataV4(
            keccak256(
                abi.encode(
                    CLAIM_TYPEHASH,
                    claim.site,
                    claim.start,
                    claim.n,
                    claim.kWh,
                    claim.method,
                    claim.baseline,
                    claim.settled
                )
            )
        );
    }

    /// @notice The certificate as JSON in a data URI.
    function tokenURI(uint256 id) public view override returns (string memory) {
        _requireOwned(id);
        Certificate memory c = certificateOf[id];
        bytes memory json = abi.encodePacked(
            '{"name":"Stability certificate ',
            Strings.toString(id),
            '","description":"Metered curtailment of a site, kWh below its baseline","attributes":[',
            _attribute("site", c.site, ","),
            _attribute("start_interval", c.start, ","),
            _attribute("intervals", c.n, ","),
            _attribute("kwh", c.kWh, ","),
            _attribute("settled", c.state == State.Settled ? 1 : 0, "]}")
        );
        return string.concat("data:application/json;base64,", Base64.encode(json));
    }

    function supportsInterface(bytes4 id) public view override(ERC721, AccessControlDefaultAdminRules) returns (bool) {
        return super.supportsInterface(id);
    }

    function _attribute(string memory name, uint256 value, string memory end) private pure returns (bytes memory) {
        return abi.encodePacked('{"trait_type":"', name, '","value":', Strings.toString(value), "}", end);
    }

    function _check(
        GridOptimizationRewards source,
        GridOptimizationRewards.Leaf calldata leaf,
        SumTree.Node[] calldata path,
        Claim calldata claim,
        bytes calldata signature
    ) private view {
        if (!hasRole(SOURCE_ROLE, address(source))) revert NotASource(address(source));
        bytes32 digest = claimDigest(claim);
        if (
            leaf.workHash != digest || leaf.site != claim.site || leaf.start != claim.start || leaf.n != claim.n
                || leaf.kWh != claim.kWh || leaf.method != claim.method
        ) revert OtherClaim(claim.site, claim.start, claim.n);
        address meter = meterOf[claim.site];
        if (meter == address(0) || !SignatureChecker.isValidSignatureNowCalldata(meter, digest, signature)) {
            revert WrongMeter(claim.site);
        }
        if (!source.isFinal(leaf, path)) revert NotCited(leaf.epoch, leaf.index);
    }

    function _make(GridOptimizationRewards source, GridOptimizationRewards.Leaf calldata leaf, Claim calldata claim)
        private
        returns (uint256 id)
    {
        id = ++count;
        Certificate storage c = certificateOf[id];
        (c.site, c.start, c.n, c.kWh) = (claim.site, claim.start, claim.n, claim.kWh);
        (c.epoch, c.state) = (leaf.epoch, claim.settled ? State.Settled : State.Provisional);
        (c.method, c.baseline, c.evidence) = (claim.method, claim.baseline, source.leafHash(leaf));
        liveKWh += claim.kWh;
        _mint(leaf.account, id);
        emit Issued(id, claim.site, leaf.account, claim.kWh, claim.settled);
    }

    /// @dev A provisional certificate stays where it is, so that whoever holds it at true-up is
    /// whom the meter's leaf names.
    function _update(address to, uint256 id, address auth) internal override returns (address from) {
        from = super._update(to, id, auth);
        if (from != address(0) && to != address(0) && certificateOf[id].state != State.Settled) {
            revert WrongState(id, certificateOf[id].state);
        }
    }
}
