"""Derives the polynomial coefficients of MathCoefficients (needs python3 with mpmath).

Each polynomial q minimises the largest |weight(x) * (target(x) - q(x))| on an interval (Remez exchange).
Coefficients are rounded to float one at a time, lowest power first, and the rest is fitted again after each.
"""
import struct
from mpmath import cos, erf, erfc, exp, expm1, log, log1p, lu_solve, matrix, mp, mpf, pi, sin, sqrt

mp.prec = 200
GRID = 1000


def to_float(x):
    return mpf(struct.unpack("f", struct.pack("f", float(x)))[0])


def remez(target, weight, low, high, powers):
    """Minimax coefficients of the given powers; target and weight are sampled on a grid without x = 0."""
    n = len(powers) + 1
    xs = [low + (high - low) * (1 - cos(pi * (mpf(i) + mpf(1) / 2) / GRID)) / 2 for i in range(GRID)]
    fs, ws = [target(x) for x in xs], [weight(x) for x in xs]
    rows = [[w * x**p for p in powers] for x, w in zip(xs, ws)]
    nodes = [int((GRID - 1) * (2 * i + 1) / (2 * n)) for i in range(n)]
    for _ in range(60):
        a = matrix(n, n)
        b = matrix(n, 1)
        for i, k in enumerate(nodes):
            for j in range(n - 1):
                a[i, j] = rows[k][j]
            a[i, n - 1] = (-1) ** i
            b[i] = ws[k] * fs[k]
        c = lu_solve(a, b)
        err = [w * f - sum(r * v for r, v in zip(row, c)) for w, f, row in zip(ws, fs, rows)]
        new = exchange(err, n)
        if new == nodes:
            break
        nodes = new
    return [c[i] for i in range(n - 1)], max(abs(e) for e in err)


def exchange(err, n):
    """Indices of the largest error in each run of equal sign, reduced to n alternating ones."""
    peaks = []
    for k, e in enumerate(err):
        if peaks and (err[peaks[-1]] > 0) == (e > 0):
            if abs(e) > abs(err[peaks[-1]]):
                peaks[-1] = k
        else:
            peaks.append(k)
    while len(peaks) > n:
        if len(peaks) == n + 1:
            peaks.pop(0 if abs(err[peaks[0]]) < abs(err[peaks[-1]]) else -1)
        else:
            i = min(range(len(peaks) - 1), key=lambda k: abs(err[peaks[k]]) + abs(err[peaks[k + 1]]))
            del peaks[i:i + 2]
    return peaks


def fit(name, target, weight, low, high, powers):
    """Prints the float coefficients, lowest power first, and the error before and after rounding."""
    powers = list(powers)
    fixed, left = [], list(powers)
    while left:
        rest = lambda x: target(x) - sum(c * x**p for c, p in zip(fixed, powers))
        c, e = remez(rest, weight, low, high, left)
        if not fixed:
            print(f"{name}: minimax error {float(e):.3g} = 2^{float(log(e, 2)):.2f}", end="")
        fixed.append(to_float(c[0]))
        left.pop(0)
    grid = [low + (high - low) * (mpf(i) + mpf(1) / 2) / GRID for i in range(GRID)]
    e = max(abs(weight(x) * (target(x) - sum(c * x**p for c, p in zip(fixed, powers)))) for x in grid)
    print(f", rounded 2^{float(log(e, 2)):.2f}")
    for c, p in zip(fixed, powers):
        print(f"  x^{p}: {float(c)!r:24} {float(c).hex()}f")


if __name__ == "__main__":
    half_ln2 = log(mpf(2)) / 2 * mpf("1.0001")
    low, high = sqrt(mpf(1) / 2) - 1, sqrt(mpf(2)) - 1
    eighth_squared = mpf(1) / 64
    erf_split = mpf(9) / 8

    fit("EXP: (exp(r) - 1 - r) / r^2, error relative to exp(r)",
        lambda r: (expm1(r) - r) / r**2, lambda r: r**2 * exp(-r), -half_ln2, half_ln2, range(5))
    fit("EXPM1: (expm1(r) - r) / r^2, error relative to expm1(r)",
        lambda r: (expm1(r) - r) / r**2, lambda r: abs(r**2 / expm1(r)), -half_ln2, half_ln2, range(5))
    fit("LOG: (log(1 + f) - f) / f^2, error relative to log(1 + f)",
        lambda f: (log1p(f) - f) / f**2, lambda f: abs(f**2 / log1p(f)), low, high, range(9))
    fit("EXCESS: (r - expm1(r)) / r^2, error relative to expm1(r)",
        lambda r: (r - expm1(r)) / r**2, lambda r: abs(r**2 / expm1(r)),
        log(mpf(3) / 4) * mpf("1.0002"), log(mpf(3) / 2) * mpf("1.0002"), range(6))
    # The float nearest to its best constant term, -1/2, leaves a larger error than the next one.
    constant = mpf(2)**-25 - mpf(1) / 2
    fit(f"LOG1P: the same as LOG on [-1/4, 1/2], from f^1 on; constant term {float(constant).hex()}f",
        lambda f: ((log1p(f) - f) / f**2 - constant) / f, lambda f: abs(f**3 / log1p(f)),
        -mpf(1) / 4, mpf(1) / 2, range(8))
    fit("SOFTPLUS: the same on [0, 1]",
        lambda f: (log1p(f) - f) / f**2, lambda f: abs(f**2 / log1p(f)), mpf(0), mpf(1), range(10))
    fit("ERF: erf(x) / x - 1 in z = x^2, error relative to erf(x)",
        lambda z: erf(sqrt(z)) / sqrt(z) - 1, lambda z: sqrt(z) / erf(sqrt(z)),
        mpf(0), erf_split**2, range(7))
    fit("ERFC_ROOT: fourth root of 1 - erf(x), absolute error of its fourth power",
        lambda x: erfc(x)**(mpf(1) / 4), lambda x: 4 * erfc(x)**(mpf(3) / 4), erf_split, mpf(4), range(8))
    fit("SIN: sin(2 pi r) / r in z = r^2, absolute error of the sine",
        lambda z: sin(2 * pi * sqrt(z)) / sqrt(z), sqrt, mpf(0), eighth_squared, range(4))
    fit("COS: (cos(2 pi r) - 1) / r^2 in z = r^2, absolute error of the cosine",
        lambda z: (cos(2 * pi * sqrt(z)) - 1) / z, lambda z: z, mpf(0), eighth_squared, range(3))
