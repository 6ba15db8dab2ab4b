//! The ids that JSON, arguments and the diary share: one list, so that they cannot drift apart.

/// For the library and the program. Declares an enum whose every variant has one stable id, and its `ALL`, `IDS`, `id`, `Display` and `FromStr`.
#[doc(hidden)]
#[macro_export]
macro_rules! ids {
    ($(#[$meta:meta])* pub enum $name:ident: $what:literal { $($(#[$doc:meta])* $variant:ident = $id:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        pub enum $name {
            $($(#[$doc])* #[cfg_attr(feature = "serde", serde(rename = $id))] $variant,)+
        }

        #[allow(dead_code, reason = "the program doesn't list every one of its own")]
        impl $name {
            /// Every variant, in the order in which it is documented.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];
            /// The ids of [`Self::ALL`], in the same order.
            pub const IDS: &'static [&'static str] = &[$($id,)+];

            /// The stable id: what JSON, arguments and the diary say.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.id())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::Error;

            /// Reads an id.
            ///
            /// # Errors
            /// [`Error::UnknownId`](crate::Error::UnknownId) for anything that is not one of [`Self::IDS`].
            fn from_str(text: &str) -> Result<Self, $crate::Error> {
                match text {
                    $($id => Ok(Self::$variant),)+
                    _ => Err($crate::Error::UnknownId { what: $what, text: text.to_owned(), known: Self::IDS }),
                }
            }
        }
    };
}

pub(crate) use ids;
