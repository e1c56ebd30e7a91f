//! [`Cost`]: the cost of a process, as a measured program prints it.

use std::fmt;
use std::str::FromStr;

use crate::failure::Failure;

/// The cost of a process.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Cost {
    /// A sum over what was read, the same on both sides: nothing was left out.
    pub(crate) result: u64,
    /// Pieces of memory that were asked for.
    pub(crate) allocations: u64,
    /// Processor time in microseconds, the kernel's work for it included.
    pub(crate) cpu: u64,
    /// Most memory it ever held, in KiB.
    pub(crate) memory: u64,
    /// From the beginning of its work to the end, in microseconds.
    pub(crate) wall: u64,
}

impl fmt::Display for Cost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { result, allocations, cpu, memory, wall } = self;
        write!(f, "{result} {allocations} {cpu} {memory} {wall}")
    }
}

impl FromStr for Cost {
    type Err = Failure;

    fn from_str(line: &str) -> Result<Self, Failure> {
        let numbers: Result<Vec<u64>, _> = line.split_whitespace().map(str::parse).collect();
        let [result, allocations, cpu, memory, wall] = numbers?[..] else {
            return Err(format!("not what a program prints: `{line}`").into());
        };
        Ok(Self { result, allocations, cpu, memory, wall })
    }
}
