<?php
/**
 * Plugin Name:       newsrail
 * Description:       Popular, More like this and a way to subscribe under every post, ranked in the reader's own browser. No account, no tracking, no request to anywhere but your site.
 * Version:           0.1.0
 * Requires at least: 6.4
 * Requires PHP:      7.4
 * Author:            The newsrail contributors
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       newsrail
 * Domain Path:       /languages
 *
 * This file, requirements.php and uninstall.php are written so that PHP 5.2 can
 * read them: an old server is to be told what it lacks, and not to break.
 *
 * @package newsrail
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

require_once dirname( __FILE__ ) . '/includes/requirements.php';

if ( newsrail_unmet( PHP_VERSION, $GLOBALS['wp_version'] ) ) {
	add_action( 'admin_notices', 'newsrail_show_unmet' );
} else {
	define( 'NEWSRAIL_VERSION', '0.1.0' );
	define( 'NEWSRAIL_FILE', __FILE__ );
	require_once dirname( __FILE__ ) . '/includes/load.php';
}
