<?php
/**
 * Leaves nothing behind: the settings and what was kept of counts, on every
 * site of a network. PHP 5.2 can read this file.
 *
 * @package newsrail
 */

if ( ! defined( 'WP_UNINSTALL_PLUGIN' ) ) {
	exit;
}

/**
 * Takes away what the plugin has written on the current site.
 */
function newsrail_forget_site() {
	delete_option( 'newsrail_settings' );
	delete_transient( 'newsrail_counts' );
}

if ( is_multisite() ) {
	$newsrail_sites = get_sites(
		array(
			'fields' => 'ids',
			'number' => 0,
		)
	);
	foreach ( $newsrail_sites as $newsrail_site ) {
		switch_to_blog( $newsrail_site );
		newsrail_forget_site();
		restore_current_blog();
	}
} else {
	newsrail_forget_site();
}
