// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {GridOptimizationRewards as Rewards} from "../src/GridOptimizationRewards.sol";
import {Nullifiers} from "../src/Nullifiers.sol";
import {StabilityCertificate as Certificates} from "../src/StabilityCertificate.sol";
import {SumTree} from "../src/SumTree.sol";
import {CertificatesBase} from "./CertificatesBase.sol";

contract StabilityCertificateTest is CertificatesBase {
    function setUp() public {
        setUpCertificates();
    }

    function refuse(bytes memory reason, Rewards.Leaf[] memory list, Certificates.Claim memory c, bytes memory sig)
        internal
    {
        SumTree.Node[] memory path = pathOf(list, 0);
        vm.expectRevert(reason);
        certificates.issue(rewards, list[0], path, c, sig);
    }

    function stateOf(uint256 id) internal view returns (Certificates.State state) {
        (,,,,, state,,,) = certificates.certificateOf(id);
    }

    function test_ACitedClaimBecomesACertificateOfTheLeafsAccount() public {
        uint256 id = issued(claimOf(100, 12, 5000, true));
        assertEq(certificates.ownerOf(id), worker);
        assertEq(certificates.liveKWh(), 5000);
        assertTrue(nullifiers.intervalSpent(7, 111));
        vm.prank(worker);
        certificates.transferFrom(worker, stranger, id);
        assertEq(certificates.ownerOf(id), stranger);
    }

    function test_NoIntervalIsCertifiedTwice() public {
        issued(claimOf(100, 12, 5000, true));
        Certificates.Claim memory c = claimOf(111, 2, 10, true);
        bytes memory spent = abi.encodeWithSelector(Nullifiers.IntervalSpent.selector, 7, 111);
        refuse(spent, cite(c), c, sign(c));
        c = claimOf(100, 12, 5000, true);
        refuse(abi.encodeWithSelector(Nullifiers.IntervalSpent.selector, 7, 100), cite(c), c, sign(c));
    }

    function test_NorByAnotherContract() public {
        issued(claimOf(100, 12, 5000, true));
        Certificates other = new Certificates(admin, 2 days, nullifiers);
        vm.startPrank(admin);
        nullifiers.grantRole(nullifiers.SPENDER_ROLE(), address(other));
        other.grantRole(other.SOURCE_ROLE(), address(rewards));
        other.grantRole(other.REGISTRAR_ROLE(), admin);
        other.nameMeter(7, meter);
        vm.stopPrank();
        certificates = other;
        Certificates.Claim memory c = claimOf(100, 12, 5000, true);
        refuse(abi.encodeWithSelector(Nullifiers.IntervalSpent.selector, 7, 100), cite(c), c, sign(c));
    }

    function test_VerifiedComputationIsNoCertificate() public {
        (, bytes32 id) = finalTask("a");
        Rewards.Leaf[] memory list = one(workLeaf(yesterday(), 0, id));
        settle(list);
        Certificates.Claim memory c = claimOf(0, 0, 0, true);
        refuse(abi.encodeWithSelector(Certificates.OtherClaim.selector, 7, 0, 0), list, c, sign(c));
    }

    function test_ALeafThatIsNotFinalCertifiesNothing() public {
        Certificates.Claim memory c = claimOf(100, 12, 5000, true);
        Rewards.Leaf[] memory list = one(leafFor(c, yesterday()));
        propose(list);
        refuse(abi.encodeWithSelector(Certificates.NotCited.selector, list[0].epoch, 0), list, c, sign(c));
    }

    function test_OnlyTheMeterOfTheSiteClaims() public {
        Certificates.Claim memory c = claimOf(100, 12, 5000, true);
        Rewards.Leaf[] memory list = cite(c);
        (, uint256 key) = makeAddrAndKey("other");
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, certificates.claimDigest(c));
        bytes memory wrong = abi.encodeWithSelector(Certificates.WrongMeter.selector, 7);
        refuse(wrong, list, c, abi.encodePacked(r, s, v));
        vm.prank(admin);
        certificates.nameMeter(7, address(0));
        refuse(wrong, list, c, sign(c));
    }

    function test_AnAlteredClaimOrAnUnknownSourceIsRefused() public {
        Certificates.Claim memory c = claimOf(100, 12, 5000, true);
        Rewards.Leaf[] memory list = cite(c);
        bytes memory sig = sign(c);
        c.kWh = 6000;
        refuse(abi.encodeWithSelector(Certificates.OtherClaim.selector, 7, 100, 12), list, c, sig);
        bytes32 role = certificates.SOURCE_ROLE();
        vm.prank(admin);
        certificates.revokeRole(role, address(rewards));
        c.kWh = 5000;
        refuse(abi.encodeWithSelector(Certificates.NotASource.selector, rewards), list, c, sig);
    }

    function test_AClaimOfNoEnergyIsNoCertificate() public {
        Certificates.Claim memory c = claimOf(100, 12, 0, true);
        refuse(abi.encodeWithSelector(Certificates.NoEnergy.selector), cite(c), c, sign(c));
    }

    function test_AProvisionalCertificateStaysUntilSettled() public {
        uint256 id = issued(claimOf(100, 12, 5000, false));
        bytes memory provisional =
            abi.encodeWithSelector(Certificates.WrongState.selector, id, Certificates.State.Provisional);
        vm.startPrank(worker);
        vm.expectRevert(provisional);
        certificates.transferFrom(worker, stranger, id);
        vm.expectRevert(provisional);
        certificates.retire(id, worker, "early");
        vm.stopPrank();

        Certificates.Claim memory c = claimOf(100, 12, 4800, true);
        Rewards.Leaf[] memory list = cite(c);
        uint256 next = certificates.supersede(id, rewards, list[0], pathOf(list, 0), c, sign(c));
        assertEq(certificates.ownerOf(next), worker);
        assertEq(certificates.liveKWh(), 4800);
        assertEq(certificates.successorOf(id), next);
        assertEq(uint8(stateOf(id)), uint8(Certificates.State.Superseded));
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, id));
        certificates.ownerOf(id);
        SumTree.Node[] memory path = pathOf(list, 0);
        bytes memory sig = sign(c);
        vm.expectRevert(abi.encodeWithSelector(Certificates.WrongState.selector, id, Certificates.State.Superseded));
        certificates.supersede(id, rewards, list[0], path, c, sig);
    }

    function test_MeteringThatFoundNothingEndsTheCertificate() public {
        uint256 id = issued(claimOf(100, 12, 5000, false));
        Certificates.Claim memory c = claimOf(100, 12, 0, true);
        Rewards.Leaf[] memory list = cite(c);
        assertEq(certificates.supersede(id, rewards, list[0], pathOf(list, 0), c, sign(c)), 0);
        assertEq(certificates.liveKWh(), 0);
        assertEq(certificates.balanceOf(worker), 0);
    }

    function test_OnlySettledMeteringOfTheSameRunAndAccountSupersedes() public {
        uint256 id = issued(claimOf(100, 12, 5000, false));
        Certificates.Claim[3] memory wrong =
            [claimOf(100, 12, 4000, false), claimOf(100, 11, 4000, true), claimOf(101, 12, 4000, true)];
        for (uint256 i = 0; i < 3; ++i) {
            Rewards.Leaf[] memory list = cite(wrong[i]);
            SumTree.Node[] memory path = pathOf(list, 0);
            bytes memory sig = sign(wrong[i]);
            vm.expectRevert(abi.encodeWithSelector(Certificates.OtherClaim.selector, 7, wrong[i].start, wrong[i].n));
            certificates.supersede(id, rewards, list[0], path, wrong[i], sig);
        }
        Certificates.Claim memory c = claimOf(100, 12, 4000, true);
        skip(1 days);
        Rewards.Leaf memory leaf = leafFor(c, yesterday());
        leaf.account = stranger;
        settle(one(leaf));
        SumTree.Node[] memory none = new SumTree.Node[](0);
        bytes memory signed = sign(c);
        vm.expectRevert(abi.encodeWithSelector(Certificates.NotTheHolder.selector, stranger));
        certificates.supersede(id, rewards, leaf, none, c, signed);
    }

    function test_RetirementIsForGood() public {
        uint256 id = issued(claimOf(100, 12, 5000, true));
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721InsufficientApproval.selector, stranger, id));
        vm.prank(stranger);
        certificates.retire(id, stranger, "theft");
        vm.startPrank(worker);
        certificates.retire(id, stranger, "2026 load");
        (address by,, address beneficiary) = certificates.retirementOf(id);
        assertEq(by, worker);
        assertEq(beneficiary, stranger);
        assertEq(certificates.retiredKWh(), 5000);
        assertEq(certificates.liveKWh(), 0);
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, id));
        certificates.transferFrom(worker, stranger, id);
        vm.expectRevert(abi.encodeWithSelector(Certificates.WrongState.selector, id, Certificates.State.Retired));
        certificates.retire(id, worker, "again");
    }

    function test_PauseStopsNewCertificatesAlone() public {
        uint256 id = issued(claimOf(100, 12, 5000, true));
        vm.prank(pauser);
        certificates.pause();
        Certificates.Claim memory c = claimOf(200, 12, 5000, true);
        refuse(abi.encodeWithSelector(Pausable.EnforcedPause.selector), cite(c), c, sign(c));
        vm.prank(worker);
        certificates.retire(id, worker, "");
        vm.prank(admin);
        certificates.unpause();
    }

    function test_TheUriTellsTheCertificate() public {
        uint256 id = issued(claimOf(100, 12, 5000, true));
        assertEq(
            certificates.tokenURI(id),
            string.concat(
                "data:application/json;base64,",
                vm.toBase64(
                    bytes(
                        '{"name":"Stability certificate 1","description":"Metered curtailment of a site, kWh below its baseline","attributes":[{"trait_type":"site","value":7},{"trait_type":"start_interval","value":100},{"trait_type":"intervals","value":12},{"trait_type":"kwh","value":5000},{"trait_type":"settled","value":1}]}'
                    )
                )
            )
        );
        assertTrue(certificates.supportsInterface(0x80ac58cd));
    }

    function test_OnlyTheRegistrarNamesMeters() public {
        vm.expectRevert();
        vm.prank(stranger);
        certificates.nameMeter(7, stranger);
    }

    function testFuzz_RunsThatOverlapAreRefusedAndOthersAreNot(uint32 start, uint16 n) public {
        (start, n) = (start % 400, n % 288 + 1);
        issued(claimOf(200, 24, 5000, true));
        Certificates.Claim memory c = claimOf(start, n, 1, true);
        Rewards.Leaf[] memory list = cite(c);
        SumTree.Node[] memory path = pathOf(list, 0);
        bytes memory sig = sign(c);
        if (start < 224 && 200 < uint256(start) + n) vm.expectRevert();
        certificates.issue(rewards, list[0], path, c, sig);
    }
}

/// Random certificates, true-ups, transfers and retirements.
contract CertificateHandler is CertificatesBase {
    uint256 public live;
    uint256 public retired;
    uint256 public trueUps;
    uint256 public alive;
    uint256[] internal _ids;
    mapping(uint256 id => bool) public ended;

    function begin() external {
        setUpCertificates();
    }

    function target() external view returns (Certificates) {
        return certificates;
    }

    function issue(uint64 kWh, bool settled) external {
        kWh = kWh % 1e6 + 1;
        _ids.push(issued(claimOf(uint32(_ids.length * 12), 12, kWh, settled)));
        live += kWh;
        ++alive;
    }

    function trueUp(uint256 which, uint64 kWh) external {
        if (_ids.length == 0) return;
        uint256 id = _ids[which % _ids.length];
        (, uint32 start, uint16 n, uint64 old,, Certificates.State state,,,) = certificates.certificateOf(id);
        if (state != Certificates.State.Provisional) return;
        kWh = kWh % 1e6;
        Certificates.Claim memory c = claimOf(start, n, kWh, true);
        Rewards.Leaf[] memory list = cite(c);
        uint256 next = certificates.supersede(id, rewards, list[0], pathOf(list, 0), c, sign(c));
        (live, ended[id]) = (live + kWh - old, true);
        if (next == 0) --alive;
        else _ids.push(next);
        ++trueUps;
    }

    function retire(uint256 which) external {
        if (_ids.length == 0) return;
        uint256 id = _ids[which % _ids.length];
        (,,, uint64 kWh,, Certificates.State state,,,) = certificates.certificateOf(id);
        if (state != Certificates.State.Settled) return;
        address owner = certificates.ownerOf(id);
        vm.prank(owner);
        certificates.retire(id, owner, "");
        (live, retired, ended[id]) = (live - kWh, retired + kWh, true);
        --alive;
    }

    function move(uint256 which) external {
        if (_ids.length == 0) return;
        uint256 id = _ids[which % _ids.length];
        (,,,,, Certificates.State state,,,) = certificates.certificateOf(id);
        if (state != Certificates.State.Settled) return;
        address owner = certificates.ownerOf(id);
        vm.prank(owner);
        certificates.transferFrom(owner, owner == worker ? stranger : worker, id);
    }

    function balances() external view returns (uint256) {
        return certificates.balanceOf(worker) + certificates.balanceOf(stranger);
    }
}

contract CertificateInvariants is CertificatesBase {
    CertificateHandler internal handler;

    function setUp() public {
        handler = new CertificateHandler();
        handler.begin();
        certificates = handler.target();
        targetContract(address(handler));
        bytes4[] memory only = new bytes4[](4);
        only[0] = CertificateHandler.issue.selector;
        only[1] = CertificateHandler.trueUp.selector;
        only[2] = CertificateHandler.retire.selector;
        only[3] = CertificateHandler.move.selector;
        targetSelector(FuzzSelector(address(handler), only));
    }

    function invariant_EnergyIsLiveOrRetiredAndSupplyFollows() public view {
        assertEq(certificates.liveKWh(), handler.live());
        assertEq(certificates.retiredKWh(), handler.retired());
        assertEq(handler.balances(), handler.alive());
    }

    function invariant_WhatEndedHasNoHolder() public view {
        uint256 held = 0;
        for (uint256 id = 1; id <= certificates.count(); ++id) {
            try certificates.ownerOf(id) {
                assertFalse(handler.ended(id));
                ++held;
            } catch {
                assertTrue(handler.ended(id));
            }
        }
        assertEq(held, handler.alive());
    }

    function afterInvariant() public view {
        assertGt(certificates.count(), 0, "nothing was issued");
    }
}
