//! [`OnDemand`]: a value that is made when it is first used.

use std::cell::OnceCell;
use std::ops::{Deref, DerefMut};

/// A value that is made when it is first used, since most sandboxes use few of those that there are.
pub(crate) struct OnDemand<T> {
    value: OnceCell<T>,
    make: Box<dyn Fn() -> T + Send>,
}

impl<T> OnDemand<T> {
    pub(crate) fn new(make: impl Fn() -> T + Send + 'static) -> Self {
        Self { value: OnceCell::new(), make: Box::new(make) }
    }
}

impl<T> Deref for OnDemand<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.value.get_or_init(&self.make)
    }
}

impl<T> DerefMut for OnDemand<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.value.get_or_init(&self.make);
        self.value.get_mut().expect("the value was made")
    }
}
