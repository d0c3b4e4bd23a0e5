//! Releases: packed, installed, switched under load, rolled out over several machines.
