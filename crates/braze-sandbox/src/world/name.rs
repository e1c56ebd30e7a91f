//! Names made of two words, different for each thing of a kind.

use crate::workspace::Noise;

/// A vocabulary of names.
pub(crate) struct Words {
    pub(crate) first: &'static [&'static str],
    pub(crate) second: &'static [&'static str],
    pub(crate) between: &'static str,
}

/// The step between the names of neighbors. It is prime, so that all pairs of words come up.
const STRIDE: usize = 7_919;

impl Words {
    /// Returns the name of a thing. A number follows once all pairs of words are used up.
    pub(crate) fn name(&self, noise: Noise, index: usize) -> String {
        let pairs = self.first.len() * self.second.len();
        let offset = (noise.bits() % pairs as u64) as usize;
        let place = (index % pairs * STRIDE + offset) % pairs;
        let (first, second) =
            (self.first[place / self.second.len()], self.second[place % self.second.len()]);
        let between = self.between;
        match index / pairs {
            0 => format!("{first}{between}{second}"),
            round => format!("{first}{between}{second}{between}{}", round + 1),
        }
    }
}
