//! Both clients against the same scripted server.
