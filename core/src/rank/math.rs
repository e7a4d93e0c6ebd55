//! Logarithms and powers of 2 that give the same bits on every machine.
//!
//! `f32::ln` and `powf` come from the platform's mathematics library. They may differ in
//! the last digit between a browser and a server, and so would a list that depends on
//! them. These use nothing but addition, multiplication and division, which IEEE 754
//! defines to the bit.

/// The logarithm to base 2 of a positive, finite, normal number, to 1e-6.
pub(crate) fn log2(x: f32) -> f32 {
    let bits = x.to_bits();
    // Mantissa in [√½, √2), so that the series converges fast and is 0 at 1.
    let shifted = bits.wrapping_sub(0x3f35_04f3);
    #[expect(
        clippy::cast_possible_wrap,
        clippy::cast_precision_loss,
        reason = "an exponent has eight bits"
    )]
    let exponent = ((shifted as i32) >> 23) as f32;
    let mantissa = f32::from_bits((shifted & 0x007f_ffff) + 0x3f35_04f3);
    // ln m = 2 artanh((m − 1) / (m + 1))
    let z = (mantissa - 1.0) / (mantissa + 1.0);
    let z2 = z * z;
    let series = z * (2.0 + z2 * (0.666_666_7 + z2 * (0.4 + z2 * 0.285_714_3)));
    exponent + series * std::f32::consts::LOG2_E
}

/// 2 to the power of `x`, to a relative 1e-6; 0 below the smallest normal number.
pub(crate) fn exp2(x: f32) -> f32 {
    if x < -126.0 {
        return 0.0;
    }
    let x = x.min(127.0);
    #[expect(clippy::cast_possible_truncation, reason = "-126 to 127")]
    let whole = x as i32 - i32::from(x < 0.0);
    #[expect(clippy::cast_precision_loss, reason = "-127 to 127")]
    let rest = (x - whole as f32) * std::f32::consts::LN_2;
    // e^r for r in [0, ln 2] as (e^(r/2))², from Taylor's series.
    let half = rest * 0.5;
    let root = 1.0
        + half
            * (1.0
                + half
                    * (0.5
                        + half
                            * (1.0 / 6.0
                                + half * (1.0 / 24.0 + half * (1.0 / 120.0 + half / 720.0)))));
    let scale = f32::from_bits((whole + 127).max(1).cast_unsigned() << 23);
    root * root * scale
}

/// The natural logarithm of a positive number.
pub(crate) fn ln(x: f32) -> f32 {
    log2(x) * std::f32::consts::LN_2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_enough_to_the_library() {
        for step in 1..2000_u16 {
            let x = f32::from(step) * 0.37;
            assert!(
                (log2(x) - x.log2()).abs() < 2e-6 * x.log2().abs().max(1.0),
                "log2 {x}"
            );
            let y = f32::from(step) * 0.05 - 50.0;
            assert!((exp2(y) / y.exp2() - 1.0).abs() < 2e-6, "exp2 {y}");
        }
        assert_eq!(log2(1.0).to_bits(), 0);
        assert_eq!(exp2(0.0).to_bits(), 1.0_f32.to_bits());
        assert_eq!(exp2(-1000.0).to_bits(), 0);
    }
}
