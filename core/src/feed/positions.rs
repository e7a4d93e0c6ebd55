//! Which names have come before, and where first.

/// The first position of each name.
///
/// The names are kept in order, so that each is found by halving. `BTreeMap` does
/// the same for some kilobytes more of the bundle, and at ten thousand articles no
/// quicker.
#[derive(Default)]
pub(super) struct Positions(Vec<(String, usize)>);

impl Positions {
    /// The position that this name has already; else it gets `position`.
    pub(super) fn first(&mut self, name: String, position: usize) -> Option<usize> {
        match self.0.binary_search_by(|(other, _)| other.cmp(&name)) {
            Ok(at) => Some(self.0[at].1),
            Err(at) => {
                self.0.insert(at, (name, position));
                None
            }
        }
    }

    /// The position that this name has.
    pub(super) fn get(&self, name: &str) -> Option<usize> {
        let at = self
            .0
            .binary_search_by(|(other, _)| other.as_str().cmp(name));
        at.ok().map(|at| self.0[at].1)
    }
}

#[cfg(test)]
mod tests {
    use super::Positions;

    #[test]
    fn each_name_keeps_its_first_position() {
        let mut positions = Positions::default();
        for (position, name) in ["b", "a", "c"].into_iter().enumerate() {
            assert_eq!(positions.first(name.to_owned(), position), None);
        }
        assert_eq!(positions.first("a".to_owned(), 9), Some(1));
        assert_eq!(positions.first("c".to_owned(), 9), Some(2));
        assert_eq!([positions.get("b"), positions.get("d")], [Some(0), None]);
    }
}
