//! The addresses.

/// A page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Route {
    /// Where a text is pasted.
    Input,
    /// Where it stands annotated.
    Pronunciation,
    /// The reader's own dictionary.
    Dictionary,
    /// All articles of this browser.
    Articles,
    /// How to use it.
    Help,
    /// What it is made of.
    About,
    /// No page has this address.
    NotFound,
}

impl Route {
    /// The pages that have an address.
    pub const ALL: [Route; 6] = [
        Route::Input,
        Route::Pronunciation,
        Route::Articles,
        Route::Dictionary,
        Route::Help,
        Route::About,
    ];

    /// The page's address.
    pub fn path(self) -> &'static str {
        match self {
            Route::Input | Route::NotFound => "/article_pronunciation/input/",
            Route::Pronunciation => "/article_pronunciation/pronunciation/",
            Route::Dictionary => "/dictionary/",
            Route::Articles => "/articles/",
            Route::Help => "/help/",
            Route::About => "/about/",
        }
    }

    /// The page at an address; the slash at its end may be missing.
    pub fn of_path(path: &str) -> Route {
        let path = path.trim_end_matches('/');
        if path.is_empty() || path == "/index.html" {
            return Route::Input;
        }
        let is_there = |route: &Route| route.path().trim_end_matches('/') == path;
        Route::ALL.into_iter().find(is_there).unwrap_or(Route::NotFound)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_lead_to_their_pages() {
        for route in Route::ALL {
            assert_eq!(Route::of_path(route.path()), route);
            assert_eq!(Route::of_path(route.path().trim_end_matches('/')), route);
        }
        assert_eq!(Route::of_path("/"), Route::Input);
        assert_eq!(Route::of_path("/elsewhere/"), Route::NotFound);
        assert_eq!(Route::of_path("/help/me/"), Route::NotFound);
    }
}
