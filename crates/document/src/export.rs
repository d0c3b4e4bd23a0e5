//! Documents as text.
