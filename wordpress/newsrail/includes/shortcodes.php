<?php
/**
 * Shortcodes: `[newsrail_popular]`, `[newsrail_more_like_this]`, `[newsrail_subscribe]`.
 *
 * @package newsrail
 */

namespace Newsrail;

defined( 'ABSPATH' ) || exit;

foreach ( KINDS as $kind ) {
	add_shortcode(
		'newsrail_' . str_replace( '-', '_', $kind ),
		function ( $own ) use ( $kind ) {
			return element( $kind, is_array( $own ) ? $own : array() );
		}
	);
}
