//! The folder that a server runs in, laid out as `nginx/nginx.conf` says.

use std::fs::{self, File, Permissions};
use std::io;
use std::os::unix::fs::{PermissionsExt, chown, symlink};
use std::path::Path;

use tempfile::TempDir;
use walkdir::WalkDir;

use crate::server::User;

/// The folders that the server writes to; all else is only read.
const WRITTEN: [&str; 2] = ["run", "log"];

/// Lays out a prefix with one release: the configuration of `conf` and a copy of `site`. `settings`
/// are files of `etc/` by name, which take the place of the templates in `conf/etc/`.
pub(crate) fn lay_out(
    conf: &Path,
    site: &Path,
    settings: &[(&str, String)],
    user: Option<&User>,
) -> io::Result<TempDir> {
    let temporary = tempfile::Builder::new().prefix("thakim-nginx-").tempdir()?;
    let prefix = temporary.path();
    copy_tree(conf, &prefix.join("current/nginx"))?;
    copy_tree(&conf.join("etc"), &prefix.join("etc"))?;
    for (name, text) in settings {
        let file = prefix.join("etc").join(name);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(file, text)?;
    }
    copy_tree(site, &prefix.join("current/site"))?;
    // One release: its own files are the whole pool.
    symlink("current/site", prefix.join("pool"))?;
    for name in WRITTEN {
        let folder = prefix.join(name);
        fs::create_dir(&folder)?;
        if let Some(user) = user {
            chown(&folder, Some(user.uid), Some(user.gid))?;
        }
    }
    fs::set_permissions(prefix, Permissions::from_mode(0o755))?;
    Ok(temporary)
}

/// Copies a tree, readable by all, with the times of the files: the server makes ETags of them.
fn copy_tree(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
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
