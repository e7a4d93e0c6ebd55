//! Whole numbers as text, and text as whole numbers, without the formatting and
//! the parsing of every type that the standard library brings along.

/// The number that a text of nothing but decimal digits is.
#[must_use]
pub fn read(text: &str) -> Option<u32> {
    if text.is_empty() {
        return None;
    }
    text.bytes().try_fold(0_u32, |number, byte| {
        let digit = byte.is_ascii_digit().then(|| u32::from(byte - b'0'))?;
        number.checked_mul(10)?.checked_add(digit)
    })
}

/// A number in decimal digits.
#[must_use]
pub fn decimal(mut number: usize) -> String {
    let mut digits = String::new();
    loop {
        #[expect(clippy::cast_possible_truncation, reason = "below ten")]
        digits.insert(0, char::from(b'0' + (number % 10) as u8));
        number /= 10;
        if number == 0 {
            return digits;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        for number in [0, 7, 10, 4_294_967_295_u32] {
            assert_eq!(decimal(number as usize), number.to_string());
            assert_eq!(read(&number.to_string()), Some(number));
        }
        for none in ["", "+1", "-1", " 1", "1.0", "x", "4294967296"] {
            assert_eq!(read(none), None, "{none}");
        }
        assert_eq!(read("007"), Some(7));
    }
}
