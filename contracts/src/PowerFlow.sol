// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Whether the voltages around one bus solve its equations
/// @notice A solution of the power flow is judged bus by bus: voltages in rectangular coordinates
/// make the balance of a bus a polynomial, I = (G + jB)(e + jf), S = V conj(I), that integers
/// evaluate exactly. One bus that fails proves a solution wrong; a solution within tolerance has
/// none.
/// @dev Everything is per unit in quanta of 1e-10. It certifies a solution of the stated case to
/// within the tolerance: not that it is the only one, and nothing derived from it.
library PowerFlow {
    /// @notice The role of a bus, with MATPOWER's numbers: load, generator, reference.
    uint8 internal constant PQ = 1;
    uint8 internal constant PV = 2;
    uint8 internal constant REFERENCE = 3;

    /// @notice What a solution says of a generator bus: it holds its voltage, or its reactive
    /// power is at the upper or the lower limit.
    uint8 internal constant HOLDS_VOLTAGE = 0;
    uint8 internal constant AT_MAX = 1;
    uint8 internal constant AT_MIN = 2;

    /// @notice One per unit.
    int256 internal constant ONE = 1e10;
    /// @notice Allowed deviation of powers and voltages: 1e-4 p.u.
    int256 internal constant TOLERANCE = 1e6;
    /// @notice Most neighbours of a bus that can be opened.
    uint256 internal constant MAX_NEIGHBOURS = 64;

    /// @notice An off-diagonal entry G + jB of the row of a bus.
    struct Neighbour {
        uint32 bus;
        int64 g;
        int64 b;
    }

    /// @notice A bus of the case as it is to be solved, outages applied: net injections and the
    /// range of the reactive one, set point and band of the voltage's size, the phasor of a
    /// reference, and the row of the admittance matrix with its diagonal in `g` and `b`. The leaf
    /// is abi.encode of it.
    struct Bus {
        uint32 index;
        uint32 count;
        uint8 kind;
        int64 p;
        int64 q;
        int64 qMin;
        int64 qMax;
        int64 vSet;
        int64 vMin;
        int64 vMax;
        int64 refE;
        int64 refF;
        int64 g;
        int64 b;
        Neighbour[] row;
    }

    /// @notice The answer at a bus. The leaf is abi.encode(index, count, e, f, limit), five words.
    struct Voltage {
        int256 e;
        int256 f;
        uint256 limit;
    }

    /// @notice Whether rounding to quanta alone keeps every residual of the bus inside the
    /// tolerance, for voltages up to 2 p.u. With R the sum of |G| + |B| over the row of n entries,
    /// rounding moves P or Q by at most 4 R + 8 n quanta.
    function disputable(Bus calldata bus) internal pure returns (bool) {
        uint256 n = bus.row.length;
        if (n > MAX_NEIGHBOURS || bus.vMax > 2 * ONE || bus.kind < PQ || bus.kind > REFERENCE) return false;
        uint256 size = _size(bus.g) + _size(bus.b);
        for (uint256 i = 0; i < n; ++i) {
            size += _size(bus.row[i].g) + _size(bus.row[i].b);
        }
        return 4 * size + 8 * (n + 1) * uint256(ONE) <= uint256(TOLERANCE * ONE);
    }

    /// @notice Reads a leaf of a solution. Not ok when it is none for this bus: another length,
    /// bus or count, or a value out of its type.
    function decode(bytes calldata raw, uint256 index, uint256 count)
        internal
        pure
        returns (bool ok, Voltage memory v)
    {
        if (raw.length != 160) return (false, v);
        uint256 i;
        uint256 n;
        (i, n, v.e, v.f, v.limit) = abi.decode(raw, (uint256, uint256, int256, int256, uint256));
        ok = i == index && n == count && v.limit <= AT_MIN && _is64(v.e) && _is64(v.f);
    }

    /// @notice Whether the answer at a bus satisfies what the case asks of it.
    /// @param v The voltage of the bus, then those of its neighbours in the order of its row.
    function solves(Bus calldata bus, Voltage[] memory v) internal pure returns (bool) {
        Voltage memory own = v[0];
        int256 square = own.e * own.e + own.f * own.f;
        if (!_atLeast(square, bus.vMin) || !_atMost(square, bus.vMax)) return false;
        if (own.limit != HOLDS_VOLTAGE && bus.kind != PV) return false;
        (int256 p, int256 q) = injection(bus, v);
        if (bus.kind != REFERENCE && !_near(p, bus.p)) return false;
        if (bus.kind == PQ) return _near(q, bus.q);
        if (own.limit == AT_MAX) return _near(q, bus.qMax) && _atMost(square, bus.vSet);
        if (own.limit == AT_MIN) return _near(q, bus.qMin) && _atLeast(square, bus.vSet);
        if (q < _power(bus.qMin - TOLERANCE) || q > _power(bus.qMax + TOLERANCE)) return false;
        if (bus.kind == PV) return _atLeast(square, bus.vSet) && _atMost(square, bus.vSet);
        return _size(own.e - bus.refE) <= uint256(TOLERANCE) && _size(own.f - bus.refF) <= uint256(TOLERANCE);
    }

    /// @notice Active and reactive power that flow from the bus into the network, in 1e-30 p.u.:
    /// three factors of one quantum each.
    function injection(Bus calldata bus, Voltage[] memory v) internal pure returns (int256 p, int256 q) {
        (int256 re, int256 im) = _current(bus.g, bus.b, v[0]);
        for (uint256 i = 0; i < bus.row.length; ++i) {
            (int256 partRe, int256 partIm) = _current(bus.row[i].g, bus.row[i].b, v[i + 1]);
            (re, im) = (re + partRe, im + partIm);
        }
        p = v[0].e * re + v[0].f * im;
        q = v[0].f * re - v[0].e * im;
    }

    function _current(int256 g, int256 b, Voltage memory v) private pure returns (int256 re, int256 im) {
        return (g * v.e - b * v.f, g * v.f + b * v.e);
    }

    function _near(int256 power, int256 wanted) private pure returns (bool) {
        return _size(power - _power(wanted)) <= uint256(_power(TOLERANCE));
    }

    function _power(int256 quanta) private pure returns (int256) {
        return quanta * ONE * ONE;
    }

    function _atLeast(int256 square, int256 size) private pure returns (bool) {
        int256 low = size - TOLERANCE;
        return low <= 0 || square >= low * low;
    }

    function _atMost(int256 square, int256 size) private pure returns (bool) {
        int256 high = size + TOLERANCE;
        return high >= 0 && square <= high * high;
    }

    function _is64(int256 v) private pure returns (bool) {
        return v >= type(int64).min && v <= type(int64).max;
    }

    function _size(int256 v) private pure returns (uint256) {
        // forge-lint: disable-next-line(unsafe-typecast)
        return uint256(v < 0 ? -v : v);
    }
}
