//! The folder that a server runs in: configuration and site, copied, and whatever it writes.

use std::fs::{self, File, Permissions};
use std::io;
use std::os::unix::fs::{PermissionsExt, chown};
use std::path::Path;

use tempfile::TempDir;
use walkdir::WalkDir;

use crate::server::User;

/// Lays out a prefix: the `*.conf` files of `conf`, a `listen.conf` for `address`, and `site`.
pub(crate) fn lay_out(
    conf: &Path,
    site: &Path,
    address: &str,
    user: Option<&User>,
) -> io::Result<TempDir> {
    let prefix = tempfile::Builder::new().prefix("thakim-nginx-").tempdir()?;
    for entry in fs::read_dir(conf)? {
        let path = entry?.path();
        if let (Some(name), Some("conf")) =
            (path.file_name(), path.extension().and_then(|extension| extension.to_str()))
        {
            fs::copy(&path, prefix.path().join(name))?;
        }
    }
    fs::write(prefix.path().join("listen.conf"), format!("listen {address};\n"))?;
    copy_tree(site, &prefix.path().join("site"))?;
    if let Some(user) = user {
        // Only the folder itself: the server makes its own files in it and need change no other.
        chown(prefix.path(), Some(user.uid), Some(user.gid))?;
    }
    fs::set_permissions(prefix.path(), Permissions::from_mode(0o755))?;
    Ok(prefix)
}

/// Copies a tree, readable by all, with the times of the files: the server makes ETags of them.
fn copy_tree(from: &Path, to: &Path) -> io::Result<()> {
    for entry in WalkDir::new(from).sort_by_file_name() {
        let entry = entry?;
        let target = to.join(entry.path().strip_prefix(from).map_err(io::Error::other)?);
        if entry.file_type().is_dir() {
            fs::create_dir_all(&target)?;
            fs::set_permissions(&target, Permissions::from_mode(0o755))?;
        } else {
            fs::copy(entry.path(), &target)?;
            fs::set_permissions(&target, Permissions::from_mode(0o644))?;
            let modified = entry.metadata()?.modified()?;
            File::options().write(true).open(&target)?.set_modified(modified)?;
        }
    }
    Ok(())
}
