// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {HashrateFutures as Futures} from "../src/HashrateFutures.sol";
import {Dollar} from "./Base.sol";
import {OracleBase} from "./OracleBase.sol";

/// Futures over the oracle of OracleBase with two funded and admitted traders. The index stands
/// at 50 dollars per PH/s and day.
abstract contract FuturesBase is OracleBase {
    int128 internal constant INDEX = 50e6;
    uint32 internal constant DAYS = 10;

    Dollar internal dollar;
    Futures internal futures;
    address[2] internal traders;
    uint256[2] internal traderKeys;

    function ruleset() internal pure returns (Futures.Rules memory) {
        return Futures.Rules(HASHPRICE, 3500, 2000, 50, 2000, 8000, 1000, 90, 7 days);
    }

    function setUpFutures() internal {
        vm.warp(1_790_000_000);
        setUpOracle(address(this));
        postToday(INDEX);
        dollar = new Dollar();
        futures = new Futures(address(this), 2 days, dollar, oracle, ruleset());
        futures.grantRole(futures.GATE_ROLE(), address(this));
        futures.grantRole(futures.PAUSER_ROLE(), address(this));
        for (uint256 i = 0; i < 2; ++i) {
            (traders[i], traderKeys[i]) = makeAddrAndKey(i == 0 ? "long" : "short");
            futures.admit(traders[i], true);
            dollar.mint(traders[i], 1e12);
            vm.startPrank(traders[i]);
            dollar.approve(address(futures), type(uint256).max);
            futures.deposit(1e11);
            vm.stopPrank();
        }
    }

    function order(uint256 side, uint128 price, uint32 qty) internal view returns (Futures.Order memory) {
        uint32 start = today() + 1;
        return Futures.Order(
            traders[side],
            side == 0,
            price,
            qty,
            start,
            start + DAYS,
            uint64(vm.getBlockTimestamp()) + 1 hours,
            futures.count()
        );
    }

    function sign(uint256 side, Futures.Order memory o) internal view returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(traderKeys[side], futures.orderHash(o));
        return abi.encodePacked(r, s, v);
    }

    function opened(uint128 price, uint32 qty) internal returns (uint256) {
        (Futures.Order memory l, Futures.Order memory s) = (order(0, price, qty), order(1, price, qty));
        return futures.open(l, sign(0, l), s, sign(1, s), qty);
    }

    function nextDay(int128 value) internal {
        skip(1 days);
        postToday(value);
    }
}
