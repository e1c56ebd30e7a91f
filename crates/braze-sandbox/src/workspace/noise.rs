//! [`Noise`]: pseudorandom numbers that are the same on every machine and in every run.

/// A hash of texts and numbers that can be read as a random number.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Noise(u64);

impl Noise {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed ^ 0xcbf2_9ce4_8422_2325)
    }

    pub(crate) fn text(self, text: &str) -> Self {
        // FNV-1a; the byte after the text keeps ("a", "bc") and ("ab", "c") apart.
        let bytes = text.bytes().chain([0xff]);
        Self(
            bytes.fold(self.0, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)),
        )
    }

    pub(crate) fn number(self, number: i64) -> Self {
        Self(Self(self.0.wrapping_add((number as u64).wrapping_mul(GOLDEN))).bits())
    }

    /// All bits, mixed as splitmix64 does.
    pub(crate) fn bits(self) -> u64 {
        let mut z = self.0.wrapping_add(GOLDEN);
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from 0 to below 1.
    pub(crate) fn unit(self) -> f64 {
        // An `f64` holds 53 bits exactly.
        (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Returns true in this share of cases.
    pub(crate) fn happens(self, share: f64) -> bool {
        self.unit() < share
    }
}

const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;
