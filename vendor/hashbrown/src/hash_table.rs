//! A table of values that are found by comparing them, one after the other.
//! Hashes are taken, as `indexmap` gives them, and not looked at.

use crate::TryReserveError;
use std::array::from_fn;
use std::slice::IterMut;

/// The values, in no order.
#[derive(Clone, Debug)]
pub struct HashTable<T> {
    items: Vec<T>,
}

/// The place of a value.
#[derive(Debug)]
pub struct OccupiedEntry<'t, T> {
    table: &'t mut HashTable<T>,
    at: usize,
}

/// A value that was looked for and is not there.
#[derive(Debug)]
pub struct VacantEntry<'t, T> {
    table: &'t mut HashTable<T>,
}

/// A value that was looked for.
#[derive(Debug)]
pub enum Entry<'t, T> {
    /// It is there.
    Occupied(OccupiedEntry<'t, T>),
    /// It is not.
    Vacant(VacantEntry<'t, T>),
}

impl<T> HashTable<T> {
    /// An empty table.
    #[must_use]
    pub const fn new() -> Self {
        Self { items: Vec::new() }
    }

    /// An empty table with room for so many.
    #[must_use]
    pub fn with_capacity(capacity: usize) -> Self {
        Self {
            items: Vec::with_capacity(capacity),
        }
    }

    /// How many values there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// How many there is room for.
    #[must_use]
    pub fn capacity(&self) -> usize {
        self.items.capacity()
    }

    /// Lets go of all.
    pub fn clear(&mut self) {
        self.items.clear();
    }

    /// Makes room for so many more.
    pub fn reserve(&mut self, additional: usize, _: impl Fn(&T) -> u64) {
        self.items.reserve(additional);
    }

    /// Makes room for so many more.
    ///
    /// # Errors
    /// Where there is none.
    pub fn try_reserve(
        &mut self,
        additional: usize,
        _: impl Fn(&T) -> u64,
    ) -> Result<(), TryReserveError> {
        let reserved = self.items.try_reserve(additional);
        reserved.map_err(|_| TryReserveError::CapacityOverflow)
    }

    /// Gives back the room beyond so many.
    pub fn shrink_to(&mut self, capacity: usize, _: impl Fn(&T) -> u64) {
        self.items.shrink_to(capacity);
    }

    /// Keeps what is to be kept.
    pub fn retain(&mut self, keep: impl FnMut(&mut T) -> bool) {
        self.items.retain_mut(keep);
    }

    /// The value that is meant.
    pub fn find(&self, _: u64, eq: impl FnMut(&T) -> bool) -> Option<&T> {
        self.items.get(self.items.iter().position(eq)?)
    }

    /// The value that is meant, to be changed.
    pub fn find_mut(&mut self, hash: u64, eq: impl FnMut(&T) -> bool) -> Option<&mut T> {
        let at = self.find_bucket_index(hash, eq)?;
        self.items.get_mut(at)
    }

    /// Where the value is that is meant.
    pub fn find_bucket_index(&self, _: u64, eq: impl FnMut(&T) -> bool) -> Option<usize> {
        self.items.iter().position(eq)
    }

    /// The value at a place, to be changed.
    pub fn get_bucket_mut(&mut self, at: usize) -> Option<&mut T> {
        self.items.get_mut(at)
    }

    /// The place of a value.
    ///
    /// # Errors
    /// The table, where there is none.
    pub fn get_bucket_entry(&mut self, at: usize) -> Result<OccupiedEntry<'_, T>, &mut Self> {
        if at < self.items.len() {
            Ok(OccupiedEntry { table: self, at })
        } else {
            Err(self)
        }
    }

    /// The place of the value that is meant.
    ///
    /// # Errors
    /// The table, where there is none.
    pub fn find_entry(
        &mut self,
        hash: u64,
        eq: impl FnMut(&T) -> bool,
    ) -> Result<OccupiedEntry<'_, T>, &mut Self> {
        match self.find_bucket_index(hash, eq) {
            Some(at) => Ok(OccupiedEntry { table: self, at }),
            None => Err(self),
        }
    }

    /// The value that is meant, or where it would be.
    pub fn entry(
        &mut self,
        hash: u64,
        eq: impl FnMut(&T) -> bool,
        _: impl Fn(&T) -> u64,
    ) -> Entry<'_, T> {
        match self.find_entry(hash, eq) {
            Ok(entry) => Entry::Occupied(entry),
            Err(table) => Entry::Vacant(VacantEntry { table }),
        }
    }

    /// Adds a value that is not there.
    pub fn insert_unique(
        &mut self,
        _: u64,
        value: T,
        _: impl Fn(&T) -> u64,
    ) -> OccupiedEntry<'_, T> {
        let at = self.items.len();
        self.items.push(value);
        OccupiedEntry { table: self, at }
    }

    /// Several values at once, to be changed; which is which says the number
    /// that `eq` is given.
    ///
    /// # Panics
    /// Where two of them are the same.
    pub fn get_disjoint_mut<const N: usize>(
        &mut self,
        hashes: [u64; N],
        mut eq: impl FnMut(usize, &T) -> bool,
    ) -> [Option<&mut T>; N] {
        let places: [_; N] = from_fn(|which| {
            self.find_bucket_index(hashes[which], |value| eq(which, value))
        });
        let mut found = [const { None }; N];
        for (at, value) in self.items.iter_mut().enumerate() {
            let mut value = Some(value);
            for (place, found) in places.iter().zip(&mut found) {
                if *place == Some(at) {
                    assert!(value.is_some(), "the same value twice");
                    *found = value.take();
                }
            }
        }
        found
    }
}

impl<'t, T> OccupiedEntry<'t, T> {
    /// The value.
    #[must_use]
    pub fn get(&self) -> &T {
        &self.table.items[self.at]
    }

    /// Where it is.
    #[must_use]
    pub fn bucket_index(&self) -> usize {
        self.at
    }

    /// Takes it out.
    pub fn remove(self) -> (T, VacantEntry<'t, T>) {
        let value = self.table.items.swap_remove(self.at);
        (value, VacantEntry { table: self.table })
    }
}

impl<'t, T> VacantEntry<'t, T> {
    /// Puts a value there.
    pub fn insert(self, value: T) -> OccupiedEntry<'t, T> {
        self.table.insert_unique(0, value, |_| 0)
    }
}

impl<T> Default for HashTable<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<'t, T> IntoIterator for &'t mut HashTable<T> {
    type Item = &'t mut T;
    type IntoIter = IterMut<'t, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter_mut()
    }
}
