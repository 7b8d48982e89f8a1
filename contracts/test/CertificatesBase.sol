// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {GridOptimizationRewards as Rewards} from "../src/GridOptimizationRewards.sol";
import {StabilityCertificate as Certificates} from "../src/StabilityCertificate.sol";
import {RewardsBase} from "./RewardsBase.sol";

/// Certificates over the rewards of RewardsBase, and claims as the meter of site 7 signs them.
abstract contract CertificatesBase is RewardsBase {
    Certificates internal certificates;
    address internal meter;
    uint256 internal meterKey;

    function setUpCertificates() internal {
        setUpRewards();
        certificates = new Certificates(admin, 2 days, nullifiers);
        (meter, meterKey) = makeAddrAndKey("meter");
        vm.startPrank(admin);
        nullifiers.grantRole(nullifiers.SPENDER_ROLE(), address(certificates));
        certificates.grantRole(certificates.SOURCE_ROLE(), address(rewards));
        certificates.grantRole(certificates.REGISTRAR_ROLE(), admin);
        certificates.grantRole(certificates.PAUSER_ROLE(), pauser);
        certificates.nameMeter(7, meter);
        vm.stopPrank();
    }

    function claimOf(uint32 start, uint16 n, uint64 kWh, bool settled)
        internal
        pure
        returns (Certificates.Claim memory)
    {
        return Certificates.Claim(7, start, n, kWh, "method", "baseline", settled);
    }

    function sign(Certificates.Claim memory c) internal view returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(meterKey, certificates.claimDigest(c));
        return abi.encodePacked(r, s, v);
    }

    function leafFor(Certificates.Claim memory c, uint32 epoch) internal view returns (Rewards.Leaf memory leaf) {
        leaf = meterLeaf(epoch, 0, c.start, c.n);
        (leaf.site, leaf.kWh, leaf.method, leaf.workHash) = (c.site, c.kWh, c.method, certificates.claimDigest(c));
    }

    /// Settles a day that cites the claim alone.
    function cite(Certificates.Claim memory c) internal returns (Rewards.Leaf[] memory list) {
        skip(1 days);
        list = one(leafFor(c, yesterday()));
        settle(list);
    }

    function issued(Certificates.Claim memory c) internal returns (uint256) {
        Rewards.Leaf[] memory list = cite(c);
        return certificates.issue(rewards, list[0], pathOf(list, 0), c, sign(c));
    }
}
